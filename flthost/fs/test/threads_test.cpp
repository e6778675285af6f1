// Several threads at once, with reads that are held and finished by yet another thread.
#include <flthost/fs/test/support.h>

#include <cstring>
#include <map>
#include <random>
#include <thread>

namespace flthost::fs::test {
namespace {

class Threads : public FileSystemTest {
 protected:
  void run(int count, const std::function<void(unsigned)>& body) {
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) threads.emplace_back(body, static_cast<unsigned>(i));
    for (std::thread& thread : threads) thread.join();
  }
};

TEST_F(Threads, Appends_AreEachWholeAndNoneIsLost) {
  OpenFile file = must_create("log");
  run(4, [&](unsigned id) {
    const std::string line = std::string(99, static_cast<char>('a' + id)) + "\n";
    for (int i = 0; i < 200; ++i) write_text(file, 0, line, true);
  });
  end(file);
  const std::string text = get("log");
  ASSERT_EQ(text.size(), 4U * 200 * 100);
  std::map<char, int> lines;
  for (size_t at = 0; at < text.size(); at += 100) {
    ASSERT_EQ(text.substr(at, 99), std::string(99, text[at]));
    ++lines[text[at]];
  }
  for (const auto& [letter, n] : lines) EXPECT_EQ(n, 200) << letter;
}

TEST_F(Threads, ReadersAndWriters_SeeWholeWrites) {
  put("a", std::string(64 << 10, 'a'));
  OpenFile file = must_open("a");
  run(4, [&](unsigned id) {
    for (int i = 0; i < 150; ++i) {
      if (id % 2 == 0) {
        write_text(file, 0, std::string(64 << 10, static_cast<char>('a' + (i + id) % 26)));
      } else {
        const std::string text = read_text(file, 0, 64 << 10);
        ASSERT_EQ(text, std::string(64 << 10, text[0]));
      }
    }
  });
  end(file);
}

TEST_F(Threads, HeldReadAheadsCollidingWithFaultsAndReads_AllEnd) {
  put("a", pattern(1 << 20));
  OpenFile file = must_open("a");
  std::atomic<bool> stopping{false};
  std::atomic<unsigned> turn{0};
  stack.post = [&](io::Request& request) {
    const bool asynchronous = (request.parameters.IrpFlags &
                               (IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO)) == IRP_PAGING_IO;
    return !asynchronous || turn++ % 2 == 0;
  };
  std::thread finisher([&] {
    unsigned round = 0;
    while (!stopping) {
      stack.finish_held(++round % 3 == 0 ? STATUS_ACCESS_DENIED : STATUS_SUCCESS);
      std::this_thread::yield();
    }
    stack.finish_held();
  });
  std::atomic<int> ended{0};
  run(3, [&](unsigned id) {
    std::mt19937 random(id);
    for (int i = 0; i < 100; ++i) {
      const uint64_t at = random() % 256 * 4096;
      switch (random() % 4) {
        case 0:
          EXPECT_EQ(read_text(file, at, 20'000), pattern(1 << 20).substr(at, 20'000));
          break;
        case 1:
        case 2:
          page_in(file, at, 65'536, PageInKind::ReadAhead,
                  [&](NTSTATUS, std::span<const iovec>) { ++ended; });
          break;
        default:
          EXPECT_EQ(page_in_text(file, at, 4096), pattern(1 << 20).substr(at, 4096));
          ASSERT_EQ(allocate(file, 2 << 20, 4096, 0x01), STATUS_SUCCESS);
      }
      if (random() % 8 == 0)
        set_end_of_file(file, 1 << 20);  // contents unchanged, page-ins start over
    }
  });
  end(file);
  stopping = true;
  finisher.join();
  stop();
  EXPECT_EQ(stack.gone_files, 1);
}

TEST_F(Threads, OpensAndClosesOfOneFile_KeepItsContents) {
  put("a", pattern(20'000));
  run(4, [&](unsigned id) {
    for (int i = 0; i < 100; ++i) {
      OpenFile file = must_open("a");
      if (id == 0) {
        write_text(file, 0, pattern(1'000));
      } else {
        EXPECT_EQ(read_text(file, 0, 20'000), pattern(20'000));
      }
      end(file);
    }
  });
  EXPECT_EQ(get("a"), pattern(20'000));
}

TEST_F(Threads, FlushesWritesAndTruncations_EndWithTheSizeTheLastOneSet) {
  OpenFile file = must_create("a");
  run(4, [&](unsigned id) {
    for (int i = 0; i < 60; ++i) {
      switch ((id + static_cast<unsigned>(i)) % 4) {
        case 0:
          write_text(file, id * 10'000, pattern(9'000));
          break;
        case 1:
          EXPECT_EQ(flush(file), STATUS_SUCCESS);
          break;
        case 2:
          EXPECT_EQ(set_end_of_file(file, 12'345), STATUS_SUCCESS);
          break;
        default:
          EXPECT_EQ(page_out(file, 8'192, bytes_of(pattern(4'096))), STATUS_SUCCESS);
      }
    }
  });
  ASSERT_EQ(set_end_of_file(file, 7), STATUS_SUCCESS);
  end(file);
  EXPECT_EQ(std::filesystem::file_size(directory / "a"), 7U);
}

TEST_F(Threads, NamesAndAttributes_FromSeveralThreads) {
  run(4, [&](unsigned id) {
    const std::string mine = "f" + std::to_string(id);
    const std::string moved = "g" + std::to_string(id);
    for (int i = 0; i < 50; ++i) {
      OpenFile file = must_create(mine);
      write_text(file, 0, mine);
      EXPECT_EQ(rename(*fs, *root(*fs), mine, *root(*fs), moved, 0), STATUS_SUCCESS);
      EXPECT_EQ(volume.fs->path_of(file.file_object),
                u"\\g" + std::u16string(1, static_cast<char16_t>(u'0' + id)));
      size_of(*file.node);
      end(file);
      EXPECT_EQ(remove(*fs, *root(*fs), moved, false), STATUS_SUCCESS);
    }
  });
}

}  // namespace
}  // namespace flthost::fs::test
