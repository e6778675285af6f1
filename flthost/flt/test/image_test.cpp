// A real driver image between a program's reads and the file system.
#include "support.h"

#include <flthost/boundary/boundary.h>
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>
#include <flthost/ps/ps.h>

namespace flthost::flt::test {
namespace {

using ::testing::ElementsAre;

constexpr ULONG kAsyncPaging = IRP_NOCACHE | IRP_PAGING_IO;

void initialize_once() {
  static const bool done = [] {
    boundary::initialize();
    for (const ke::ExportTable& table :
         {ke::exports(), boundary::exports(), mm::exports(), ex::exports(), ob::exports(),
          ps::exports(), io::exports(), flt::exports()}) {
      boundary::add_exports(table);
    }
    return true;
  }();
  (void)done;
}

class ImageTest : public FltTest {
 protected:
  void load(const char* name) {
    initialize_once();
    const boundary::LoadResult result =
        boundary::load_image(std::string(FLT_DRIVER_DIR "/") + name);
    ASSERT_NE(result.module, nullptr) << result.error;
    module_ = result.module;
    driver_ = static_cast<PDRIVER_OBJECT>(mm::allocate_system(sizeof(DRIVER_OBJECT)));
    module_->driver_object = driver_;
    define_filter(driver_, u"image", {{u"image instance", u"385000", 0}}, 0);
    ASSERT_EQ(boundary::call_driver_entry(*module_), STATUS_SUCCESS);
  }
  void TearDown() override {
    if (module_ != nullptr) {
      EXPECT_EQ(unload_filter(driver_, true), STATUS_SUCCESS);
      boundary::unload_image(*module_);
      mm::free_system(driver_, sizeof(DRIVER_OBJECT));
    }
    FltTest::TearDown();
  }

  boundary::Module* module_ = nullptr;
  PDRIVER_OBJECT driver_ = nullptr;
};
using ImageDeathTest = ImageTest;

TEST_F(ImageTest, Driver_DeniesByContent_OnPlainReadsAndOnPagingReadsThatCompleteAtDispatch) {
  load("flt_driver.sys");
  fs_.add(u"\\dir\\x.txt", "X marks it");
  PFILE_OBJECT good = open(u"\\dir\\a.txt");
  PFILE_OBJECT bad = open(u"\\dir\\x.txt");
  EXPECT_TRUE(volume_.filters->has_context(good));
  EXPECT_EQ(read(good, nullptr), STATUS_SUCCESS);
  EXPECT_EQ(read(bad, nullptr), STATUS_ACCESS_DENIED);
  fs_.completion = Completion::Dpc;
  EXPECT_EQ(read(good, nullptr, kAsyncPaging), STATUS_SUCCESS);
  EXPECT_EQ(read(bad, nullptr, kAsyncPaging), STATUS_ACCESS_DENIED);
  uint64_t post[3] = {};
  for (const CallbackCounters& row : callback_counters()) {
    if (row.major_function == IRP_MJ_READ && row.post) std::copy_n(row.calls_at_irql, 3, post);
  }
  EXPECT_THAT(post, ElementsAre(2, 0, 2));
  close(good);
  close(bad);
}

TEST_F(ImageTest, Unload_WithAReadUnderWay_DrainsTheImagesPostOperation) {
  load("flt_driver.sys");
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  fs_.completion = Completion::Held;
  ArenaBuffer<64> buffer;
  io::Request request = read_request(file, buffer.data, 64);
  ke::HostEvent done;
  request.completion = [](io::Request&, void* context) {
    static_cast<ke::HostEvent*>(context)->set();
  };
  request.context = &done;
  io::send(request);
  io::Request* held = fs_.wait_held();
  EXPECT_EQ(unload_filter(driver_, true), STATUS_SUCCESS);
  boundary::unload_image(*module_);
  module_ = nullptr;
  fs_.complete_held(*held, true);
  done.wait();
  EXPECT_EQ(request.status.Status, STATUS_SUCCESS);
  close(file);
}

TEST_F(ImageDeathTest, PageablePostOperation_AtDispatch_IsBugcheckD1) {
  load("flt_driver_pageable.sys");
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  EXPECT_EQ(read(file, nullptr), STATUS_SUCCESS);
  fs_.completion = Completion::Dpc;
  EXPECT_DEATH(read(file, nullptr, kAsyncPaging), "D1|d1");
  fs_.completion = Completion::Inline;
  close(file);
}

}  // namespace
}  // namespace flthost::flt::test
