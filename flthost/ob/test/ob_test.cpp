#include <flthost/ex/ex.h>
#include <flthost/ke/dispatcher.h>
#include <flthost/ob/ob.h>
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

using namespace flthost;

namespace {

std::atomic<int> g_destroyed{0};
std::atomic<int> g_closed{0};
std::atomic<int> g_destroy_irql{-1};

POBJECT_TYPE test_type() {
  static POBJECT_TYPE const type =
      ob::create_type(u"Test", {.destroy =
                                    [](void*) {
                                      g_destroy_irql = ke::current_irql();
                                      ++g_destroyed;
                                    },
                                .last_handle_closed = [](void*) { ++g_closed; },
                                .name = [](void*) { return std::u16string(u"\\Device\\Test"); }});
  return type;
}

TEST(Object, LastDereference_DestroysOnce) {
  g_destroyed = 0;
  void* const object = ob::create(test_type(), 40);
  EXPECT_EQ(ObfReferenceObject(object), 2);
  EXPECT_EQ(ObfDereferenceObject(object), 1);
  EXPECT_EQ(g_destroyed, 0);
  EXPECT_EQ(ObGetObjectType(object), test_type());
  ObfDereferenceObject(object);
  EXPECT_EQ(g_destroyed, 1);
  EXPECT_EQ(ob::leaks(nullptr), 0U);
}

TEST(Object, LastDereferenceAtDispatch_DestroysAtPassive) {
  g_destroyed = 0;
  void* const object = ob::create(test_type(), 40);
  const KIRQL old = KfRaiseIrql(DISPATCH_LEVEL);
  ObfDereferenceObject(object);
  KeLowerIrql(old);
  ex::stop();
  EXPECT_EQ(g_destroyed, 1);
  EXPECT_EQ(g_destroy_irql, PASSIVE_LEVEL);
}

TEST(Object, Leaks_NameTheTypeAndCount) {
  void* const object = ob::create(test_type(), 40);
  std::string lines;
  EXPECT_EQ(ob::leaks(&lines), 1U);
  EXPECT_NE(lines.find("type Test, 1 references"), std::string::npos) << lines;
  ob::dereference(object);
}

TEST(Handle, HoldsAReferenceUntilClosed) {
  g_destroyed = g_closed = 0;
  void* const object = ob::create(test_type(), 40);
  HANDLE handle = nullptr;
  EXPECT_EQ(ObOpenObjectByPointer(object, OBJ_KERNEL_HANDLE, nullptr, GENERIC_READ, test_type(),
                                  KernelMode, &handle),
            STATUS_SUCCESS);
  EXPECT_TRUE(ObIsKernelHandle(handle));
  ob::dereference(object);
  PVOID again = nullptr;
  EXPECT_EQ(ObReferenceObjectByHandle(handle, 0, test_type(), KernelMode, &again, nullptr),
            STATUS_SUCCESS);
  EXPECT_EQ(again, object);
  ob::dereference(again);
  EXPECT_EQ(g_destroyed, 0);
  EXPECT_EQ(ZwClose(handle), STATUS_SUCCESS);
  EXPECT_EQ(g_closed, 1);
  EXPECT_EQ(g_destroyed, 1);
}

TEST(Handle, WrongKindTypeOrAccess_IsRefused) {
  void* const object = ob::create(test_type(), 40);
  HANDLE kernel = nullptr;
  HANDLE user = nullptr;
  ob::open_handle(object, 1, OBJ_KERNEL_HANDLE, &kernel);
  ob::open_handle(object, 1, 0, &user);
  PVOID found = nullptr;
  EXPECT_EQ(ObReferenceObjectByHandle(kernel, 0, nullptr, UserMode, &found, nullptr),
            STATUS_INVALID_HANDLE);
  EXPECT_EQ(ObReferenceObjectByHandle(user, 2, nullptr, UserMode, &found, nullptr),
            STATUS_ACCESS_DENIED);
  EXPECT_EQ(ObReferenceObjectByHandle(user, 0, IoFileObjectType, KernelMode, &found, nullptr),
            STATUS_OBJECT_TYPE_MISMATCH);
  EXPECT_EQ(ObCloseHandle(kernel, UserMode), STATUS_INVALID_HANDLE);
  EXPECT_EQ(ObCloseHandle(kernel, KernelMode), STATUS_SUCCESS);
  EXPECT_EQ(ObCloseHandle(user, UserMode), STATUS_SUCCESS);
  EXPECT_EQ(ObCloseHandle(user, UserMode), STATUS_INVALID_HANDLE);
  ob::dereference(object);
}

TEST(Handle, ManyThreads_OpenAndCloseTheirOwn) {
  void* const object = ob::create(test_type(), 40);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 1'000; ++i) {
        HANDLE handle = nullptr;
        ob::open_handle(object, 0, OBJ_KERNEL_HANDLE, &handle);
        EXPECT_EQ(ob::close_handle(handle, KernelMode), STATUS_SUCCESS);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(ob::reference_count(object), 1);
  ob::dereference(object);
}

TEST(Name, QueryTellsTheLengthItNeeds) {
  void* const object = ob::create(test_type(), 40);
  ULONG length = 0;
  EXPECT_EQ(ObQueryNameString(object, nullptr, 0, &length), STATUS_INFO_LENGTH_MISMATCH);
  std::vector<char> buffer(length);
  auto* const info = reinterpret_cast<POBJECT_NAME_INFORMATION>(buffer.data());
  EXPECT_EQ(ObQueryNameString(object, info, length, &length), STATUS_SUCCESS);
  EXPECT_EQ(std::u16string(info->Name.Buffer, info->Name.Length / 2), u"\\Device\\Test");
  ob::dereference(object);
}

TEST(Name, Namespace_FindsWithoutCaseAndHoldsAReference) {
  void* const object = ob::create(test_type(), 40);
  EXPECT_EQ(ob::insert_name(u"\\FileSystem\\Filters\\Test", object), STATUS_SUCCESS);
  void* const other = ob::create(test_type(), 40);
  EXPECT_EQ(ob::insert_name(u"\\filesystem\\FILTERS\\test", other), STATUS_OBJECT_NAME_COLLISION);
  ob::dereference(other);
  ob::dereference(object);
  NTSTATUS status = STATUS_SUCCESS;
  void* const found = ob::reference_name(u"\\filesystem\\filters\\TEST", test_type(), &status);
  EXPECT_EQ(found, object);
  ob::remove_name(found);
  ob::dereference(found);
  EXPECT_EQ(ob::leaks(nullptr), 0U);
}

TEST(ObjectDeathTest, BadUse_IsABugcheck) {
  void* const object = ob::create(test_type(), 40);
  EXPECT_DEATH(
      {
        ob::dereference(object);
        ob::reference(object);
      },
      "0x00000018");
  EXPECT_DEATH(ObfReferenceObject(nullptr), "0x00000018");
  EXPECT_DEATH(ZwClose(reinterpret_cast<HANDLE>(0x444)), "0x00000093");
  ob::dereference(object);
}

}  // namespace
