#include <flthost/fs/test/support.h>

#include <cstring>

namespace flthost::fs::test {
namespace {

class NodeTest : public FileSystemTest {};

TEST_F(NodeTest, SameInodeByTwoNames_IsOneNode) {
  put("a", "text");
  std::filesystem::create_hard_link(directory / "a", directory / "b");
  EXPECT_EQ(node("a"), node("b"));
}

TEST_F(NodeTest, MissingName_GivesEnoent) {
  NodeRef found;
  struct stat st{};
  EXPECT_EQ(lookup(*fs, *root(*fs), "nothing", &found, &st), -ENOENT);
  EXPECT_EQ(lookup(*fs, *root(*fs), "..", &found, &st), -EINVAL);
}

TEST_F(NodeTest, Path_FollowsRenameOfFileAndOfItsDirectory) {
  NodeRef one;
  NodeRef two;
  struct stat st{};
  ASSERT_EQ(make_directory(*fs, *root(*fs), "one", 0755, {}, &one, &st), 0);
  put("one/file", "x");
  OpenParameters parameters;
  parameters.parent = one;
  parameters.name = "file";
  parameters.access = FILE_READ_DATA;
  OpenFile file;
  ASSERT_EQ(open(*fs, parameters, &file, &information), STATUS_SUCCESS);
  EXPECT_EQ(volume.fs->path_of(file.file_object), u"\\one\\file");
  ASSERT_EQ(rename(*fs, *one, "file", *one, "other:name", 0), STATUS_SUCCESS);
  EXPECT_EQ(volume.fs->path_of(file.file_object), u"\\one\\other\xF03Aname");
  ASSERT_EQ(rename(*fs, *root(*fs), "one", *root(*fs), "two", 0), STATUS_SUCCESS);
  EXPECT_EQ(volume.fs->path_of(file.file_object), u"\\two\\other\xF03Aname");
  end(file);
}

TEST_F(NodeTest, HardLinkOpens_KeepTheNameEachWasOpenedBy) {
  put("a", "text");
  std::filesystem::create_hard_link(directory / "a", directory / "b");
  OpenFile a = must_open("a");
  OpenFile b = must_open("b");
  EXPECT_EQ(a.file_object->FsContext, b.file_object->FsContext);
  ASSERT_EQ(rename(*fs, *root(*fs), "a", *root(*fs), "c", 0), STATUS_SUCCESS);
  EXPECT_EQ(volume.fs->path_of(a.file_object), u"\\c");
  EXPECT_EQ(volume.fs->path_of(b.file_object), u"\\b");
  end(a);
  end(b);
}

TEST_F(NodeTest, RenameFlags_AreHonoured) {
  put("a", "A");
  put("b", "B");
  EXPECT_EQ(rename(*fs, *root(*fs), "a", *root(*fs), "b", 1), STATUS_OBJECT_NAME_COLLISION);
  OpenFile a = must_open("a");
  EXPECT_EQ(rename(*fs, *root(*fs), "a", *root(*fs), "b", 2), STATUS_SUCCESS);
  EXPECT_EQ(get("a"), "B");
  EXPECT_EQ(get("b"), "A");
  EXPECT_EQ(volume.fs->path_of(a.file_object), u"\\b");
  end(a);
  EXPECT_EQ(rename(*fs, *root(*fs), "a", *root(*fs), "b", 0), STATUS_SUCCESS);
  EXPECT_EQ(get("b"), "B");
}

TEST_F(NodeTest, Rename_IsOneSetInformationWithTheFullTargetPath) {
  put("a", "A");
  std::u16string target;
  stack.pre = [&](io::Request& request) {
    if (request.parameters.MajorFunction == IRP_MJ_SET_INFORMATION) {
      const auto* const info = static_cast<const FILE_RENAME_INFORMATION*>(
          request.parameters.Parameters.SetFileInformation.InfoBuffer);
      target.assign(info->FileName, info->FileNameLength / sizeof(WCHAR));
    }
    return STATUS_SUCCESS;
  };
  ASSERT_EQ(rename(*fs, *root(*fs), "a", *root(*fs), "b", 0), STATUS_SUCCESS);
  EXPECT_EQ(target, u"\\Device\\HarddiskVolume9\\b");
  EXPECT_EQ(stack.majors(),
            (std::vector<UCHAR>{IRP_MJ_CREATE, IRP_MJ_CREATE, IRP_MJ_SET_INFORMATION,
                                IRP_MJ_CLEANUP, IRP_MJ_CLOSE, IRP_MJ_CLEANUP, IRP_MJ_CLOSE}));
}

TEST_F(NodeTest, UnlinkOfOpenFile_RemovesTheNameAtOnceAndTheOpenGoesOn) {
  put("a", "still here");
  OpenFile file = must_open("a");
  ASSERT_EQ(remove(*fs, *root(*fs), "a", false), STATUS_SUCCESS);
  EXPECT_FALSE(std::filesystem::exists(directory / "a"));
  EXPECT_EQ(read_text(file, 0, 100), "still here");
  write_text(file, 0, "STILL");
  EXPECT_EQ(read_text(file, 0, 100), "STILL here");
  put("a", "another");
  OpenFile other = must_open("a");
  EXPECT_EQ(read_text(other, 0, 100), "another");
  end(other);
  end(file);
  EXPECT_EQ(get("a"), "another");
}

TEST_F(NodeTest, Remove_GivesLinuxErrors) {
  std::filesystem::create_directory(directory / "d");
  put("d/x", "");
  put("f", "");
  EXPECT_EQ(to_errno(remove(*fs, *root(*fs), "d", true)), ENOTEMPTY);
  EXPECT_EQ(to_errno(remove(*fs, *root(*fs), "d", false)), EISDIR);
  EXPECT_EQ(to_errno(remove(*fs, *root(*fs), "f", true)), ENOTDIR);
  EXPECT_EQ(to_errno(remove(*fs, *root(*fs), "none", false)), ENOENT);
  std::filesystem::remove(directory / "d/x");
  EXPECT_EQ(remove(*fs, *root(*fs), "d", true), STATUS_SUCCESS);
  EXPECT_FALSE(std::filesystem::exists(directory / "d"));
}

TEST_F(NodeTest, Remove_DeniedByFilter_KeepsTheFile) {
  put("a", "x");
  stack.pre = [](io::Request& request) {
    return request.parameters.MajorFunction == IRP_MJ_SET_INFORMATION ? STATUS_ACCESS_DENIED
                                                                      : STATUS_SUCCESS;
  };
  EXPECT_EQ(remove(*fs, *root(*fs), "a", false), STATUS_ACCESS_DENIED);
  EXPECT_TRUE(std::filesystem::exists(directory / "a"));
}

TEST_F(NodeTest, SymlinkAndFifo_AreMadeReadAndRemoved) {
  NodeRef link;
  NodeRef fifo;
  struct stat st{};
  ASSERT_EQ(make_symlink(*fs, *root(*fs), "link", "target/x", {}, &link, &st), 0);
  EXPECT_TRUE(S_ISLNK(st.st_mode));
  std::string target;
  ASSERT_EQ(read_link(*fs, *link, &target), 0);
  EXPECT_EQ(target, "target/x");
  ASSERT_EQ(make_node(*fs, *root(*fs), "fifo", S_IFIFO | 0600, 0, {}, &fifo, &st), 0);
  EXPECT_TRUE(S_ISFIFO(st.st_mode));
  EXPECT_EQ(remove(*fs, *root(*fs), "link", false), STATUS_SUCCESS);
  EXPECT_EQ(remove(*fs, *root(*fs), "fifo", false), STATUS_SUCCESS);
}

TEST_F(NodeTest, Link_MakesASecondName) {
  put("a", "x");
  struct stat st{};
  const NodeRef a = node("a");
  ASSERT_EQ(link(*fs, a, *root(*fs), "b", {}), STATUS_SUCCESS);
  ASSERT_EQ(getattr(*fs, *a, &st), 0);
  EXPECT_EQ(st.st_nlink, 2U);
  EXPECT_EQ(node("b"), a);
  EXPECT_EQ(link(*fs, a, *root(*fs), "b", {}), STATUS_OBJECT_NAME_COLLISION);
}

TEST_F(NodeTest, NameThatWentOfAFileWithTwo_LeavesTheOther) {
  put("a", "x");
  const NodeRef a = node("a");
  ASSERT_EQ(link(*fs, a, *root(*fs), "b", {}), STATUS_SUCCESS);
  ASSERT_EQ(node("a"), a);  // seen last
  ASSERT_EQ(remove(*fs, *root(*fs), "a", false), STATUS_SUCCESS);
  OpenFile file = must_open("b");
  EXPECT_EQ(fs->path_of(file.file_object), u"\\b");
  end(file);
  OpenParameters by_node;
  by_node.node = a;
  ULONG_PTR information = 0;
  ASSERT_EQ(open(*fs, by_node, &file, &information), STATUS_SUCCESS);
  EXPECT_EQ(fs->path_of(file.file_object), u"\\b");
  end(file);
}

TEST_F(NodeTest, Rename_OpensTheTargetsDirectoryFirst_AndSaysIt) {
  put("a", "x");
  std::filesystem::create_directory(directory / "d");
  const NodeRef d = node("d");
  PFILE_OBJECT opened = nullptr, told = nullptr;
  int targets = 0;
  stack.pre = [&](io::Request& request) {
    if ((request.parameters.OperationFlags & SL_OPEN_TARGET_DIRECTORY) != 0) {
      ++targets;
      opened = request.parameters.TargetFileObject;
    }
    if (request.parameters.MajorFunction == IRP_MJ_SET_INFORMATION) {
      const auto& set = request.parameters.Parameters.SetFileInformation;
      told = set.ParentOfTarget;
      EXPECT_EQ(told == nullptr ? nullptr : fcb_of(told).node, d);
    }
    return STATUS_SUCCESS;
  };
  ASSERT_EQ(rename(*fs, *root(*fs), "a", *d, "b", 0), STATUS_SUCCESS);
  EXPECT_EQ(targets, 1);
  EXPECT_EQ(told, opened);
  EXPECT_EQ(get("d/b"), "x");
}

TEST_F(NodeTest, List_GivesEveryName_AndWhatItIs) {
  put("file", "x");
  std::filesystem::create_directory(directory / "dir");
  std::filesystem::create_symlink("file", directory / "link");
  for (int i = 0; i < 300; ++i) put("many." + std::to_string(i), "");
  OpenParameters parameters;
  parameters.node = root(*fs);
  parameters.access = FILE_LIST_DIRECTORY;
  parameters.options = FILE_DIRECTORY_FILE;
  OpenFile file;
  ULONG_PTR information = 0;
  ASSERT_EQ(open(*fs, parameters, &file, &information), STATUS_SUCCESS);
  std::vector<std::byte> room(4096);
  std::vector<ListedName> names;
  ASSERT_EQ(list(file, room, &names), STATUS_SUCCESS);
  EXPECT_EQ(names.size(), 303U);
  for (const ListedName& one : names) {
    const mode_t type = one.name == "dir" ? S_IFDIR : one.name == "link" ? S_IFLNK : S_IFREG;
    EXPECT_EQ(one.type, type) << one.name;
    EXPECT_EQ(one.inode, inode_of(*node(one.name)));
  }
  ASSERT_EQ(list(file, room, &names), STATUS_SUCCESS);
  EXPECT_EQ(names.size(), 303U) << "from the start again";
  end(file);
}

TEST(Pattern, MatchesAsNtDoes) {
  EXPECT_TRUE(matches(u"*", u"a.b"));
  EXPECT_TRUE(matches(u"*.c", u"x.y.c"));
  EXPECT_FALSE(matches(u"*.c", u"x.cc"));
  EXPECT_TRUE(matches(u"a?c", u"abc"));
  EXPECT_FALSE(matches(u"a?c", u"ac"));
  EXPECT_TRUE(matches(u"a>", u"a"));
  EXPECT_TRUE(matches(u"<.txt", u"x.y.txt"));
  EXPECT_TRUE(matches(u"name\"", u"name"));
  EXPECT_FALSE(matches(u"ABC", u"abc"));
  EXPECT_FALSE(matches(u"", u"a"));
}

TEST_F(NodeTest, ModificationTimeSetAfterWrite_SurvivesTheWriteBack) {
  OpenFile file = must_create("a");
  write_text(file, 0, "data");
  SetAttributes attributes;
  attributes.set_mtime = true;
  attributes.mtime = {1'000'000'000, 0};
  ASSERT_EQ(setattr(*fs, *file.node, attributes), 0);
  end(file);
  struct stat st{};
  ASSERT_EQ(stat((directory / "a").c_str(), &st), 0);
  EXPECT_EQ(st.st_mtim.tv_sec, 1'000'000'000);
  EXPECT_EQ(get("a"), "data");
}

TEST_F(NodeTest, AsRoot_NewFilesBelongToTheCaller) {
  if (geteuid() != 0) GTEST_SKIP() << "needs root";
  stop();
  fs = nullptr;
  root_fd = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  FileSystemOptions options;
  options.root_fd = root_fd;
  options.as_root = true;
  ASSERT_EQ(create(options, volume, &fs), "");
  NodeRef made;
  struct stat st{};
  ASSERT_EQ(make_directory(*fs, *root(*fs), "d", 0700, {1234, 4321}, &made, &st), 0);
  EXPECT_EQ(st.st_uid, 1234U);
  EXPECT_EQ(st.st_gid, 4321U);
  OpenParameters parameters;
  parameters.parent = made;
  parameters.name = "f";
  parameters.access = FILE_WRITE_DATA;
  parameters.disposition = FILE_CREATE;
  parameters.mode = 0604;
  parameters.caller = {77, 88};
  OpenFile file;
  ASSERT_EQ(open(*fs, parameters, &file, &information), STATUS_SUCCESS);
  ASSERT_EQ(getattr(*fs, *file.node, &st), 0);
  EXPECT_EQ(st.st_uid, 77U);
  EXPECT_EQ(st.st_gid, 88U);
  EXPECT_EQ(st.st_mode & 07777, 0604U);
  end(file);
}

}  // namespace
}  // namespace flthost::fs::test
