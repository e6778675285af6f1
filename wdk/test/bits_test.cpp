// Every bit-field of the headers, set to ones in a zeroed structure, must give the table's bits.
#include <fltKernel.h>
#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <vector>

namespace {

struct Field {
  const char* name;
  size_t bit;    // first bit from the start of the structure
  size_t width;  // bits
  std::vector<unsigned char> bytes;
};

template <typename T, typename Set>
Field field(const char* name, size_t offset, size_t bit, size_t width, Set set) {
  T value;
  std::memset(static_cast<void*>(&value), 0, sizeof(value));
  set(value, ~0ULL);
  Field result{name, offset * 8 + bit, width, std::vector<unsigned char>(sizeof(value))};
  std::memcpy(result.bytes.data(), static_cast<void*>(&value), sizeof(value));
  return result;
}

std::vector<Field> all_fields() {
  std::vector<Field> fields;
// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): the member is a designator
#define BITS(type, member, offset, bit, width)                                             \
  fields.push_back(field<type>(#type "." #member, offset, bit, width,                      \
                               [](type& value, unsigned long long ones) {                  \
                                 value.member = static_cast<decltype(value.member)>(ones); \
                               }));
#include "abi_bits.inc"
#undef BITS
  return fields;
}

TEST(WdkBits, EveryBitField_HasTheTablesPosition) {
  const auto fields = all_fields();
  ASSERT_GT(fields.size(), 200U);
  for (const auto& f : fields) {
    for (size_t n = 0; n < f.bytes.size() * 8; ++n) {
      const bool expected = n >= f.bit && n < f.bit + f.width;
      const bool actual = ((f.bytes[n / 8] >> (n % 8)) & 1U) != 0;
      ASSERT_EQ(expected, actual) << f.name << ": bit " << n % 8 << " of byte " << n / 8;
    }
  }
}

}  // namespace
