#include <flthost/inf/inf.h>
#include <flthost/inf/lines.h>

#include <fltKernel.h>
#include <gtest/gtest.h>

#include <cstring>

namespace flthost::inf {
namespace {

Services parse(std::string_view text) {
  return parse_inf({reinterpret_cast<const uint8_t*>(text.data()), text.size()}, "x.inf");
}

// An .inf with a service key; `more` goes into its AddReg section.
std::string with_add_reg(const std::string& more) {
  return "[DefaultInstall.NTamd64.Services]\n"
         "AddService = %Name%,,Service\n"
         "[Service]\n"
         "ServiceType = 2\nStartType = 0x3\nServiceBinary = %12%\\%Name%.sys\nAddReg = Values\n"
         "[Strings]\nName = \"scan\"\n"
         "[Values]\n" +
         more;
}

const Value* value(const ServiceKey& key, std::u16string_view subkey, std::u16string_view name) {
  for (const Value& one : key.values) {
    if (same_name(one.key, subkey) && same_name(one.name, name)) return &one;
  }
  return nullptr;
}

std::u16string text(const Value* value) {
  if (value == nullptr) return u"(none)";
  std::u16string out(value->data.size() / 2, u'\0');
  std::memcpy(out.data(), value->data.data(), out.size() * 2);
  while (!out.empty() && out.back() == u'\0') out.pop_back();
  return out;
}

constexpr char kTwoInstances[] =
    "HKR,\"Instances\",\"DefaultInstance\",0x00000000,\"Top\"\r\n"
    "HKR,\"Instances\\Top\",\"Altitude\",0,\"370030.5\" ; above\r\n"
    "HKR,\"Instances\\Top\",\"Flags\",0x00010001,0x0\r\n"
    "HKR,Instances\\Bottom,Altitude,,200000\r\n"
    "HKR,Instances\\Bottom,Flags,0x10001,1\r\n";

TEST(Inf, ServiceKey_HasWhatTheInstallSectionsSay) {
  const Services read = parse(with_add_reg(kTwoInstances));
  ASSERT_TRUE(read.problems.empty()) << read.problems[0].text();
  ASSERT_EQ(read.keys.size(), 1u);
  const ServiceKey& key = read.keys[0];
  EXPECT_EQ(key.name, u"scan");
  EXPECT_EQ(key.binary, u"scan.sys");
  EXPECT_EQ(value(key, u"", u"Start")->data, (std::vector<uint8_t>{3, 0, 0, 0}));
  EXPECT_EQ(value(key, u"", u"Type")->type, static_cast<uint32_t>(REG_DWORD));
  EXPECT_EQ(text(value(key, u"", u"ImagePath")), u"\\SystemRoot\\system32\\drivers\\scan.sys");
}

TEST(Inf, SeveralInstances_AreKeptInOrder_WithAltitudeAndFlags) {
  const Services read = parse(with_add_reg(kTwoInstances));
  ASSERT_EQ(read.keys.size(), 1u);
  const ServiceKey& key = read.keys[0];
  ASSERT_EQ(key.instances.size(), 2u);
  EXPECT_EQ(key.instances[0].name, u"Top");
  EXPECT_EQ(key.instances[0].altitude, u"370030.5");
  EXPECT_EQ(key.instances[1].altitude, u"200000");
  EXPECT_EQ(key.instances[1].flags, 1u);
  EXPECT_EQ(key.default_instance, 0u);
}

TEST(Inf, ParametersInstances_AreReadFirst) {
  const Services read =
      parse(with_add_reg("HKR,Instances,DefaultInstance,,Old\nHKR,Instances\\Old,Altitude,,100\n"
                         "HKR,Parameters\\Instances,DefaultInstance,,New\n"
                         "HKR,Parameters\\Instances\\New,Altitude,,200\n"));
  ASSERT_TRUE(read.problems.empty()) << read.problems[0].text();
  ASSERT_EQ(read.keys[0].instances.size(), 1u);
  EXPECT_EQ(read.keys[0].instances[0].name, u"New");
}

TEST(Inf, EveryTypeOfValue_IsWrittenAsTheRegistryHoldsIt) {
  const Services read =
      parse(with_add_reg("HKR,Parameters,Text,0,\"say \"\"hi\"\", 100%%; done\"\n"
                         "HKR,Parameters,Expand,0x20000,\"%SystemRoot%\\x\"\n"
                         "HKR,Parameters,Several,0x10000,one,\"two words\"\n"
                         "HKR,Parameters,Several,0x10008,three\n"
                         "HKR,Parameters,Number,0x10001,0xDEADBEEF\n"
                         "HKR,Parameters,Bytes4,0x10001,4e,00,00,01\n"
                         "HKR,Parameters,Large,0xb0001,0x100000000\n"
                         "HKR,Parameters,Bytes,1,01,\\\n   ff ; goes on\n"
                         "HKR,Parameters,Odd,0x70001,aa\n"
                         "HKR,Empty,,0x10\n"
                         "HKR,,Kept,0,first\nHKR,,Kept,0x2,second\n"
                         "HKR,,Gone,0,x\nHKR,,Gone,4\n"));
  ASSERT_TRUE(read.problems.empty()) << read.problems[0].text();
  const ServiceKey& key = read.keys[0];
  EXPECT_EQ(text(value(key, u"Parameters", u"Text")), u"say \"hi\", 100%; done");
  EXPECT_EQ(text(value(key, u"Parameters", u"Expand")), u"%SystemRoot%\\x");
  EXPECT_EQ(text(value(key, u"Parameters", u"Several")),
            std::u16string(u"one\0two words\0three", 19));
  EXPECT_EQ(value(key, u"Parameters", u"Number")->data,
            (std::vector<uint8_t>{0xEF, 0xBE, 0xAD, 0xDE}));
  EXPECT_EQ(value(key, u"Parameters", u"Bytes4")->data, (std::vector<uint8_t>{0x4e, 0, 0, 1}));
  EXPECT_EQ(value(key, u"Parameters", u"Large")->data,
            (std::vector<uint8_t>{0, 0, 0, 0, 1, 0, 0, 0}));
  EXPECT_EQ(value(key, u"Parameters", u"Bytes")->data, (std::vector<uint8_t>{1, 0xff}));
  EXPECT_EQ(value(key, u"Parameters", u"Odd")->type, 7u);
  EXPECT_TRUE(value(key, u"Empty", u"")->key_only);
  EXPECT_EQ(text(value(key, u"", u"Kept")), u"first");
  EXPECT_EQ(value(key, u"", u"Gone"), nullptr);
}

TEST(Inf, SectionForThisMachine_IsChosen) {
  const std::string text =
      "[DefaultInstall.Services]\nAddService=old,,O\n[O]\nServiceBinary=%12%\\old.sys\n"
      "[DefaultInstall.NTx86.Services]\nAddService=x86,,X\n[X]\nServiceBinary=%12%\\x86.sys\n"
      "[DefaultInstall.NTamd64.10.0...17763.Services]\nAddService=new,0x2,N\n"
      "[N]\nServiceBinary=%13%\\new.sys\n"
      "[DefaultUninstall.NTamd64.Services]\nDelService=new\n";
  const Services read = parse(text);
  ASSERT_TRUE(read.problems.empty()) << read.problems[0].text();
  ASSERT_EQ(read.keys.size(), 1u);
  EXPECT_EQ(read.keys[0].binary, u"new.sys");
}

TEST(Inf, Encodings_GiveTheSameKey) {
  const std::string ascii = with_add_reg("HKR,,Name,0,\"caf\xC3\xA9\"\n");
  std::string wide = "\xFF\xFE";
  for (const char16_t unit : from_utf8(ascii)) {
    wide.push_back(static_cast<char>(unit & 0xFF));
    wide.push_back(static_cast<char>(unit >> 8));
  }
  std::string latin = with_add_reg("HKR,,Name,0,\"caf\xE9\"\n");
  for (const std::string& text_of_file : {ascii, "\xEF\xBB\xBF" + ascii, wide, latin}) {
    const Services read = parse(text_of_file);
    ASSERT_TRUE(read.problems.empty()) << read.problems[0].text();
    EXPECT_EQ(text(value(read.keys[0], u"", u"Name")), u"caf\u00e9");
  }
}

struct BadInf {
  const char* text;
  const char* place;
  const char* says;
};

TEST(Inf, WhatIsWrong_IsSaidWithItsPlaceAndWhatIsAllowed) {
  const BadInf cases[] = {
      {"HKR,,Name,0,\"open\n", "x.inf:11:13:", "closing quote"},
      {"HKR,,Number,0x10001,many\n", "x.inf:11:21:", "0 to 0xffffffff is allowed"},
      {"HKR,,Number,0x10001,0x100000000\n", "x.inf:11:21:", "0 to 0xffffffff is allowed"},
      {"HKR,,Bytes,1,0x10\n", "x.inf:11:14:", "write bytes as 01,02,ff"},
      {"HKEY,,Name,0,x\n", "x.inf:11:1:", "HKR"},
      {"HKR,,Name,zero,x\n", "x.inf:11:11:", "no AddReg flags"},
      {"HKR,,Name,0,%Nobody%\n", "x.inf:11:13:", "[Strings]"},
      {"[Open\n", "x.inf:11:1:", "']'"},
      {"HKR,Instances\\A,Altitude,,high\nHKR,Instances,DefaultInstance,,A\n", "x.inf:", "Altitude"},
      {"HKR,Instances\\A,Altitude,,1\nHKR,Instances,DefaultInstance,,B\n",
       "x.inf:", "no instance has that name"},
  };
  for (const BadInf& bad : cases) {
    const Services read = parse(with_add_reg(bad.text));
    ASSERT_FALSE(read.problems.empty()) << bad.text;
    const std::string said = read.problems[0].text();
    EXPECT_TRUE(said.starts_with(bad.place)) << said;
    EXPECT_NE(said.find(bad.says), std::string::npos) << said;
  }
}

TEST(Inf, MissingParts_AreNamed) {
  EXPECT_NE(parse("[Version]\nSignature=x\n").problems.at(0).what.find("DefaultInstall"),
            std::string::npos);
  EXPECT_NE(parse("[DefaultInstall.Services]\nAddService=a,,B\n").problems.at(0).what.find("[B]"),
            std::string::npos);
  EXPECT_NE(parse("[DefaultInstall.Services]\nAddService=a,,B\n[B]\nStartType=3\n")
                .problems.at(0)
                .what.find("ServiceBinary"),
            std::string::npos);
}

TEST(Toml, TablesAreSubkeys_AndValuesHaveTheRegistrysTypes) {
  const Services read = parse_toml(
      "Type = 2\nGroup = \"FSFilter Anti-Virus\"\n"
      "[Instances]\nDefaultInstance = \"A\"\n[Instances.A]\nAltitude = \"321000\"\nFlags = 2\n"
      "[Parameters]\nOn = true\nBig = 4294967296\nMany = [\"x\", \"y\"]\nBytes = [1, 255]\n"
      "Home = { type = \"REG_EXPAND_SZ\", value = \"%SystemRoot%\" }\n"
      "Wide = { type = \"REG_QWORD\", value = 1 }\n[Parameters.Empty]\n",
      "dir/scan.toml");
  ASSERT_TRUE(read.problems.empty()) << read.problems[0].text();
  const ServiceKey& key = read.keys.at(0);
  EXPECT_EQ(key.name, u"scan");
  EXPECT_EQ(key.binary, u"scan.sys");
  ASSERT_EQ(key.instances.size(), 1u);
  EXPECT_EQ(key.instances[0].flags, 2u);
  EXPECT_EQ(value(key, u"Parameters", u"On")->data, (std::vector<uint8_t>{1, 0, 0, 0}));
  EXPECT_EQ(value(key, u"Parameters", u"Big")->type, static_cast<uint32_t>(REG_QWORD));
  EXPECT_EQ(text(value(key, u"Parameters", u"Many")), std::u16string(u"x\0y", 3));
  EXPECT_EQ(value(key, u"Parameters", u"Bytes")->type, static_cast<uint32_t>(REG_BINARY));
  EXPECT_EQ(value(key, u"Parameters", u"Home")->type, static_cast<uint32_t>(REG_EXPAND_SZ));
  EXPECT_EQ(value(key, u"Parameters", u"Wide")->data.size(), 8u);
  EXPECT_TRUE(value(key, u"Parameters\\Empty", u"")->key_only);
}

TEST(Toml, WhatIsWrong_HasLineAndColumn) {
  const BadInf cases[] = {
      {"a = \n", "x.toml:1:", ""},
      {"\n[Parameters]\nAt = 2020-01-01\n", "x.toml:3:6:", "allowed are strings"},
      {"[Parameters]\nMix = [\"a\", 1]\n", "x.toml:2:13:", "not both"},
      {"P = { type = \"REG_LINK\", value = \"x\" }\n", "x.toml:1:14:", "REG_DWORD"},
      {"P = { type = \"REG_DWORD\", value = 4294967296 }\n", "x.toml:1:35:", "0xffffffff"},
      {"ServiceName = 3\n", "x.toml:1:15:", "string"},
  };
  for (const BadInf& bad : cases) {
    const Services read = parse_toml(bad.text, "x.toml");
    ASSERT_FALSE(read.problems.empty()) << bad.text;
    EXPECT_TRUE(read.problems[0].text().starts_with(bad.place)) << read.problems[0].text();
    EXPECT_NE(read.problems[0].what.find(bad.says), std::string::npos) << read.problems[0].text();
  }
}

TEST(ServiceKey, PlainOne_HasOneInstance_AndTheCommandLinesAltitudeWins) {
  ServiceKey key = plain_service(u"twin", u"380000");
  ASSERT_EQ(key.instances.size(), 1u);
  EXPECT_EQ(key.instances[0].name, u"twin Instance");
  set_altitude(key, u"320000.5");
  EXPECT_EQ(key.instances[0].altitude, u"320000.5");
  EXPECT_EQ(text(value(key, u"Instances\\twin Instance", u"Altitude")), u"320000.5");
  EXPECT_EQ(write_registry(key), "");
}

TEST(ServiceKey, DriverIsFoundByItsFileName_WithoutCase) {
  std::vector<ServiceKey> keys = {plain_service(u"a", u"1"), plain_service(u"Scan", u"2")};
  EXPECT_EQ(find_service(keys, u"SCAN.SYS"), &keys[1]);
  EXPECT_EQ(find_service(keys, u"b.sys"), nullptr);
}

}  // namespace
}  // namespace flthost::inf
