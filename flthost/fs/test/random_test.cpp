// Random operations on one file against a string that models it.
#include <flthost/fs/test/support.h>

#include <cstdlib>
#include <random>

namespace flthost::fs::test {
namespace {

class RandomOperations : public FileSystemTest {
 protected:
  static constexpr uint64_t kMaxSize = 700'000;

  uint64_t below(uint64_t bound) { return random() % bound; }
  std::string text(size_t size) {
    std::string result(size, '\0');
    for (char& c : result) c = static_cast<char>(random());
    return result;
  }
  // Lengths around pages and blocks are as likely as any.
  uint64_t length() {
    static constexpr uint64_t kNear[] = {1, 512, 4096, 8192, 262'144};
    const uint64_t near = kNear[below(5)];
    return below(2) == 0 ? 1 + below(near * 2) : near + below(3) - (near > 1 ? 1 : 0);
  }

  void step() {
    const uint64_t offset = below(kMaxSize);
    const uint64_t size = model.size();
    switch (below(11)) {
      case 0:
      case 1: {
        const std::string data = text(length());
        const uint64_t at = below(2) == 0 ? offset : below(size + 1);
        write_text(file, at, data);
        if (model.size() < at + data.size()) model.resize(at + data.size());
        model.replace(at, data.size(), data);
        break;
      }
      case 2: {
        if (size > kMaxSize * 2) break;
        const std::string data = text(1 + below(10'000));
        write_text(file, 0, data, true);
        model += data;
        break;
      }
      case 3:
      case 4: {
        const uint64_t n = length();
        ASSERT_EQ(read_text(file, offset, n), offset < size ? model.substr(offset, n) : "");
        break;
      }
      case 5: {
        const uint64_t at = offset / 4096 * 4096;
        if (at >= size) break;
        const auto kind = below(2) == 0 ? PageInKind::Fault : PageInKind::ReadAhead;
        ASSERT_EQ(page_in_text(file, at, 131'072, kind), model.substr(at, 131'072));
        break;
      }
      case 6: {
        const uint64_t at = offset / 4096 * 4096;
        std::string data = text(4096 * (1 + below(8)));
        ASSERT_EQ(page_out(file, at, bytes_of(data)), STATUS_SUCCESS);
        if (at < size) model.replace(at, std::min(size - at, data.size()), data, 0, size - at);
        break;
      }
      case 7:
        if (below(3) == 0) {
          ASSERT_EQ(set_end_of_file(file, offset), STATUS_SUCCESS);
          model.resize(offset);
        }
        break;
      case 8: {
        const uint64_t n = length();
        const NTSTATUS status = allocate(file, offset, n, 0x03);
        if (status == STATUS_NOT_SUPPORTED) break;
        ASSERT_EQ(status, STATUS_SUCCESS);
        if (offset < size) {
          model.replace(offset, std::min(n, size - offset),
                        std::string(std::min(n, size - offset), '\0'));
        }
        break;
      }
      case 9:
        ASSERT_EQ(flush(file), STATUS_SUCCESS);
        ASSERT_EQ(get("file"), model);
        break;
      default:
        if (below(3) != 0) break;
        end(file);
        ASSERT_EQ(get("file"), model);
        file = must_open("file");
        break;
    }
    ASSERT_EQ(static_cast<uint64_t>(size_of(*file.node)), model.size());
  }

  std::mt19937_64 random;
  std::string model;
  OpenFile file;
};

TEST_F(RandomOperations, LeaveWhatTheModelHas) {
  const char* const given = std::getenv("FS_TEST_SEED");
  const uint64_t seed =
      given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  SCOPED_TRACE(testing::Message() << "FS_TEST_SEED=" << seed);
  random.seed(seed);
  file = must_create("file");
  for (int i = 0; i < 600 && !HasFatalFailure(); ++i) step();
  const std::string last = read_text(file, 0, model.size());
  EXPECT_TRUE(last == model);
  end(file);
  EXPECT_TRUE(get("file") == model);
}

}  // namespace
}  // namespace flthost::fs::test
