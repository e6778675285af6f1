// What is printed and counted, without a host.
#include <flthost/app/control.h>
#include <flthost/app/options.h>
#include <flthost/app/stopper.h>
#include <flthost/flt/internal.h>
#include <flthost/flt/latency.h>

#include <fltlib/control.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <cstring>

namespace flthost::app {
namespace {

std::string hex(const std::vector<uint8_t>& bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const uint8_t byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::string filter_item(const std::u16string& name, const std::u16string& altitude,
                        ULONG instances) {
  FILTER_AGGREGATE_STANDARD_INFORMATION info{};
  auto& mini = info.Type.MiniFilter;
  info.Flags = FLTFL_ASI_IS_MINIFILTER;
  mini.NumberOfInstances = instances;
  mini.FilterNameLength = static_cast<USHORT>(name.size() * 2);
  mini.FilterNameBufferOffset = sizeof(info);
  mini.FilterAltitudeLength = static_cast<USHORT>(altitude.size() * 2);
  mini.FilterAltitudeBufferOffset = static_cast<USHORT>(sizeof(info) + name.size() * 2);
  std::vector<uint8_t> bytes(sizeof(info) + (name.size() + altitude.size()) * 2);
  std::memcpy(bytes.data(), &info, sizeof(info));
  std::memcpy(bytes.data() + sizeof(info), name.data(), name.size() * 2);
  std::memcpy(bytes.data() + sizeof(info) + name.size() * 2, altitude.data(), altitude.size() * 2);
  return hex(bytes);
}

TEST(FilterTable, IsFltmcs_HighestAltitudeFirst) {
  const std::string table =
      filters_table({filter_item(u"FileInfo", u"40500", 11), filter_item(u"UCPD", u"385250.5", 4),
                     filter_item(u"bindflt", u"409800", 1)});
  EXPECT_EQ(table,
            "\nFilter Name                     Num Instances    Altitude    Frame\n"
            "------------------------------  -------------  ------------  -----\n"
            "bindflt                                 1       409800         0\n"
            "UCPD                                    4       385250.5       0\n"
            "FileInfo                               11        40500         0\n");
}

TEST(FilterTable, DamagedItems_DoNotReachOutsideTheirBytes) {
  std::string item = filter_item(u"a", u"1", 1);
  EXPECT_NE(filters_table({item.substr(0, 20), "", "zz"}), "");
  item.replace(item.size() - 4, 4, "");
  EXPECT_NE(filters_table({item}), "");
}

TEST(Status, HasItsName_AndTheHresultThatFltlibReturns) {
  EXPECT_STREQ(status_name(STATUS_FLT_DO_NOT_DETACH), "STATUS_FLT_DO_NOT_DETACH");
  EXPECT_STREQ(status_name(static_cast<NTSTATUS>(0xC0FFFFFF)), "");
  EXPECT_EQ(hresult_of(STATUS_SUCCESS), 0u);
  EXPECT_EQ(hresult_of(STATUS_FLT_DO_NOT_DETACH), 0x801f0010u);
  EXPECT_EQ(hresult_of(STATUS_ACCESS_DENIED), 0x80070005u);
  EXPECT_EQ(hresult_of(STATUS_DEVICE_BUSY), 0x90000011u);
}

TEST(DebugFilter, NamesComponentAndMask_OrSaysWhatIsAllowed) {
  DebugFilter filter;
  std::string error;
  ASSERT_TRUE(parse_debug_filter("IHVDRIVER=0xf", &filter, &error)) << error;
  EXPECT_EQ(filter.component, "IHVDRIVER");
  EXPECT_EQ(filter.mask, 15u);
  EXPECT_TRUE(parse_debug_filter("*=0", &filter, &error)) << error;
  for (const char* const bad :
       {"NOBODY=1", "FLTMGR", "FLTMGR=", "FLTMGR=x", "FLTMGR=-1", "FLTMGR=0x100000000", "=1"}) {
    EXPECT_FALSE(parse_debug_filter(bad, &filter, &error)) << bad;
    EXPECT_NE(error.find(bad), std::string::npos);
  }
}

TEST(Latency, BucketsHoldTheirValues_ToAnEighth) {
  for (uint64_t ticks = 0; ticks < (uint64_t{1} << 36); ticks = ticks * 9 / 8 + 1) {
    const size_t bucket = flt::LatencyTable::bucket_of(ticks);
    const uint64_t upper = flt::LatencyTable::upper_bound(bucket);
    EXPECT_LE(ticks, upper);
    EXPECT_LE(upper - ticks, ticks / 8 + 1) << ticks;
  }
}

TEST(Latency, PercentilesAreOfAllShards) {
  flt::LatencyTable table;
  for (size_t i = 0; i < 100; ++i) {
    table.record(i % flt::kShards, 3, false, i < 90 ? 1000 : 1'000'000);
  }
  const flt::Latency latency = table.summary(3, false);
  EXPECT_EQ(latency.calls, 100u);
  EXPECT_LT(latency.p50_us * 100, latency.p99_us);
  EXPECT_EQ(latency.p99_us, latency.max_us);
  EXPECT_EQ(table.summary(3, true).calls, 0u);
}

TEST(SignalIsPending, WhileItIsBlocked) {
  sigset_t set;
  ::sigemptyset(&set);
  ::sigaddset(&set, SIGUSR1);
  ::sigprocmask(SIG_BLOCK, &set, nullptr);
  EXPECT_FALSE(signal_is_pending(static_cast<unsigned>(::getpid()), SIGUSR1));
  ::kill(::getpid(), SIGUSR1);
  EXPECT_TRUE(signal_is_pending(static_cast<unsigned>(::getpid()), SIGUSR1));
  int taken = 0;
  ::sigwait(&set, &taken);
  EXPECT_EQ(taken, SIGUSR1);
  ::sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

TEST(Control, SocketIsBelowTheUsersRuntimeFolder) {
  ::setenv("XDG_RUNTIME_DIR", "/some/where", 1);
  EXPECT_EQ(fltlib::control::socket_path(42), "/some/where/flthost/42.control");
  ::unsetenv("XDG_RUNTIME_DIR");
  ::setenv("FLTHOST_CONTROL", "/a/socket", 1);
  std::string error;
  EXPECT_EQ(fltlib::control::find_host(&error), "/a/socket");
  ::unsetenv("FLTHOST_CONTROL");
}

}  // namespace
}  // namespace flthost::app
