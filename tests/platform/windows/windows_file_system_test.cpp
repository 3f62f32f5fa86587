// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/account.h"
#include "platform/windows/handle.h"
#include "platform/windows/long_path.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_file_system.h"
#include "tests/platform/windows/running_program.h"
#include "tests/support/fake_waiter.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>
#include <sddl.h>

namespace framehand::platform {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using Kind = ports::FileSystem::Kind;
using testing::HasSubstr;

class WindowsFileSystemTest : public testing::Test {
protected:
    ~WindowsFileSystemTest() override { (void)WindowsFileSystem().remove_all(m_dir.path() / "deep"); }

    fs::path write(const std::string& name, const std::string& content) {
        m_dir.write(name, content);
        return m_top / name;
    }

    std::string read(const fs::path& path) { return m_files.read_file(path, 1'000'000).value(); }

    /// What another program does that opens it.
    static UniqueHandle held(const fs::path& path, DWORD sharing, DWORD access = GENERIC_READ) {
        auto handle = owned_handle(::CreateFileW(long_path(path).c_str(), access, sharing, nullptr, OPEN_EXISTING,
                                                 FILE_FLAG_BACKUP_SEMANTICS, nullptr));
        EXPECT_TRUE(handle) << ::GetLastError();
        return handle;
    }

    [[nodiscard]] base::Duration waited() const {
        return std::accumulate(m_waiter->waits.begin(), m_waiter->waits.end(), base::Duration{0});
    }

    test::TempFolder m_dir;
    const fs::path m_top = m_dir.path();
    const std::shared_ptr<test::FakeWaiter> m_waiter = std::make_shared<test::FakeWaiter>();
    WindowsFileSystem m_files{m_waiter};
};

TEST_F(WindowsFileSystemTest, UnicodeNamesOf240CharactersWorkOnDeepPaths) {
    // 240 units of UTF-16; no more than 255 bytes of UTF-8, for file systems of other systems that count those.
    const std::wstring letters = L"\u00e4\u00df\u0444\u0438\u043b\u044c\u043c\u00f1\u03a9\u017d\u6620\u753b";
    const std::wstring name = letters + std::wstring(240 - letters.size() - 4, L'x') + L".m4s";
    ASSERT_EQ(name.size(), 240U);
    fs::path folder = m_top / "deep";
    for (int i = 0; i < 6; ++i) {
        folder /= std::wstring(100, static_cast<wchar_t>(L'a' + i)) + L"\u00e9";
    }
    ASSERT_GT(folder.native().size(), 600U);
    ASSERT_TRUE(m_files.create_directories(folder));
    const fs::path file = folder / name;

    const auto written = m_files.write_file_atomic(file, "old");
    ASSERT_TRUE(written) << written.error().text();
    ASSERT_TRUE(m_files.write_file_atomic(file, "new"));
    EXPECT_EQ(read(file), "new");
    EXPECT_EQ(*m_files.file_size(file), 3U);
    EXPECT_EQ(*m_files.kind(file), Kind::File);
    const auto canonical = m_files.canonical(file);
    ASSERT_TRUE(canonical) << canonical.error().text();
    EXPECT_EQ(canonical->native(), (*m_files.canonical(m_top) / file.lexically_relative(m_top)).native());
    const auto entries = m_files.list(folder);
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 1U);
    EXPECT_EQ(entries->front().name, to_utf8(name));

    const fs::path moved = folder / (L"m" + name.substr(1));
    const auto copied = m_files.copy_file(file, moved, {});
    ASSERT_TRUE(copied) << copied.error().text();
    EXPECT_EQ(m_files.hash_file(moved, {})->sha256, copied->sha256);
    ASSERT_TRUE(m_files.append_file(moved, "er"));
    ASSERT_TRUE(m_files.rename(moved, file));
    EXPECT_EQ(read(file), "newer");
    EXPECT_GT(*m_files.free_bytes(file), 0U);
    EXPECT_TRUE(m_files.sync_directory(folder));
    EXPECT_TRUE(m_files.rename(folder, folder.parent_path() / name)) << "a folder of that name";
    EXPECT_EQ(read(folder.parent_path() / name / name), "newer");
    EXPECT_TRUE(m_files.remove_all(m_top / "deep"));
    EXPECT_EQ(*m_files.kind(m_top / "deep"), Kind::Missing);
}

TEST_F(WindowsFileSystemTest, ANameThatIsTooLongIsRefusedByName) {
    const fs::path file = m_top / std::wstring(300, L'x');
    const auto written = m_files.write_file_atomic(file, "x");
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().message, HasSubstr(std::string(300, 'x')));
    EXPECT_EQ(m_files.list(m_top)->size(), 0U);
}

TEST_F(WindowsFileSystemTest, AReaderThatKeepsTheDestinationOpenIsNamedAndNothingIsLost) {
    const auto from = write("new.m3u8", "new");
    const auto to = write("index.m3u8", "old");
    const auto reader = held(to, FILE_SHARE_READ);
    const auto renamed = m_files.rename(from, to);
    ASSERT_FALSE(renamed);
    EXPECT_EQ(renamed.error().code, ErrorCode::Unavailable);
    EXPECT_THAT(renamed.error().message, HasSubstr(to_utf8(to.native()) + " is open in another program"));
    EXPECT_EQ(read(to), "old");
    EXPECT_EQ(read(from), "new");
    EXPECT_GE(waited(), WindowsFileSystem::kShortPatience);
    EXPECT_LT(waited(), WindowsFileSystem::kPatience + base::Duration{1'000});
}

TEST_F(WindowsFileSystemTest, AReaderThatLetsGoInTimeIsWaitedFor) {
    const auto from = write("new.m3u8", "new");
    const auto to = write("index.m3u8", "old");
    auto reader = held(to, FILE_SHARE_READ);
    m_waiter->on_wait = [&] {
        if (m_waiter->waits.size() == 4) {
            reader.reset();
        }
    };
    const auto renamed = m_files.rename(from, to);
    EXPECT_TRUE(renamed) << renamed.error().text();
    EXPECT_EQ(read(to), "new");
    EXPECT_EQ(m_waiter->waits.size(), 4U);
}

TEST_F(WindowsFileSystemTest, AReaderThatAllowsItKeepsItsOldFileOrTheRenameIsRefusedWhole) {
    const auto from = write("new.m3u8", "new");
    const auto to = write("index.m3u8", "old");
    const auto reader = held(to, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE);
    const auto renamed = m_files.rename(from, to);
    if (renamed) {
        EXPECT_EQ(read(to), "new");
        EXPECT_EQ(*m_files.kind(from), Kind::Missing);
    } else { // a file system without renames like those of POSIX
        EXPECT_EQ(renamed.error().code, ErrorCode::Unavailable);
        EXPECT_THAT(renamed.error().message, HasSubstr("index.m3u8 is open in another program"));
        EXPECT_EQ(read(to), "old");
        EXPECT_EQ(read(from), "new");
    }
    std::string seen(3, ' ');
    DWORD got = 0;
    ASSERT_NE(::ReadFile(reader.get(), seen.data(), 3, &got, nullptr), 0);
    EXPECT_EQ(seen, "old");
}

TEST_F(WindowsFileSystemTest, WhoHoldsTheNewFileIsNamedToo) {
    const auto from = write("new.m3u8", "new");
    const auto scanner = held(from, FILE_SHARE_READ);
    const auto renamed = m_files.rename(from, m_top / "index.m3u8");
    ASSERT_FALSE(renamed);
    EXPECT_EQ(renamed.error().code, ErrorCode::Unavailable);
    EXPECT_THAT(renamed.error().message, HasSubstr("new.m3u8 is open in another program"));
    EXPECT_EQ(read(from), "new");
    EXPECT_GE(waited(), WindowsFileSystem::kPatience);
}

TEST_F(WindowsFileSystemTest, AFolderInWhichSomethingIsOpenIsRenamedWholeOrNotAtAll) {
    const auto file = write("new/v-1/segment.m4s", "segment");
    const auto scanner = held(file, FILE_SHARE_READ);
    const auto renamed = m_files.rename(m_top / "new/v-1", m_top / "v-1");
    if (renamed) {
        EXPECT_EQ(read(m_top / "v-1/segment.m4s"), "segment");
    } else {
        EXPECT_EQ(renamed.error().code, ErrorCode::Unavailable);
        EXPECT_THAT(renamed.error().message, HasSubstr("v-1, or something in it, is open in another program"));
        EXPECT_EQ(read(file), "segment");
        EXPECT_EQ(*m_files.kind(m_top / "v-1"), Kind::Missing);
    }
}

TEST_F(WindowsFileSystemTest, AnAtomicWriteOverAFileThatIsHeldChangesNothing) {
    const auto file = write("commit.json", "old");
    const auto reader = held(file, FILE_SHARE_READ);
    const auto written = m_files.write_file_atomic(file, "new");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Unavailable);
    EXPECT_THAT(written.error().message, HasSubstr("commit.json is open in another program"));
    EXPECT_EQ(read(file), "old");
    EXPECT_EQ(m_files.list(m_top)->size(), 1U) << "no temporary file is left";
}

TEST_F(WindowsFileSystemTest, WhoLetsNobodyReadIsWaitedForAndNamed) {
    const auto file = write("film.mkv", "film");
    auto writer = held(file, 0);
    for (const auto& error : {m_files.read_file(file, 100).error(), m_files.hash_file(file, {}).error(),
                              m_files.copy_file(file, m_top / "copy", {}).error(), m_files.remove(file).error()}) {
        EXPECT_EQ(error.code, ErrorCode::Unavailable);
        EXPECT_THAT(error.message, HasSubstr("film.mkv is open in another program"));
    }
    EXPECT_EQ(*m_files.kind(m_top / "copy"), Kind::Missing);
    m_waiter->on_wait = [&] { writer.reset(); };
    EXPECT_EQ(read(file), "film");
}

TEST_F(WindowsFileSystemTest, ATreeWithAnOpenFileIsRemovedLaterOrRefusedByName) {
    const auto file = write("old/v-1/segment.m4s", "segment");
    write("old/v-1/other.m4s", "segment");
    auto reader = held(file, FILE_SHARE_READ);
    const auto removed = m_files.remove_all(m_top / "old");
    ASSERT_FALSE(removed);
    EXPECT_EQ(removed.error().code, ErrorCode::Unavailable);
    EXPECT_THAT(removed.error().message, HasSubstr("segment.m4s is open in another program"));
    reader.reset();
    EXPECT_TRUE(m_files.remove_all(m_top / "old"));
    EXPECT_EQ(*m_files.kind(m_top / "old"), Kind::Missing);
}

TEST_F(WindowsFileSystemTest, ReadOnlyFilesAreReplacedAndRemovedAsOnOtherSystems) {
    const auto file = write("index.m3u8", "old");
    ASSERT_NE(::SetFileAttributesW(file.c_str(), FILE_ATTRIBUTE_READONLY), 0);
    ASSERT_TRUE(m_files.write_file_atomic(file, "new"));
    EXPECT_EQ(read(file), "new");
    ASSERT_NE(::SetFileAttributesW(file.c_str(), FILE_ATTRIBUTE_READONLY), 0);
    const auto removed = m_files.remove(file);
    EXPECT_TRUE(removed) << removed.error().text();
    EXPECT_EQ(*m_files.kind(file), Kind::Missing);
}

TEST_F(WindowsFileSystemTest, AnAccessListOfItsOwnStaysWithTheFile) {
    if (test::is_wine()) {
        GTEST_SKIP() << "wine keeps access lists as modes, which say less";
    }
    const auto file = write("secret", "old");
    const auto user = own_user();
    ASSERT_TRUE(user);
    PSECURITY_DESCRIPTOR wanted = nullptr;
    ASSERT_NE(::ConvertStringSecurityDescriptorToSecurityDescriptorW(to_wide("D:P(A;;FA;;;" + *user + ")").c_str(),
                                                                     SDDL_REVISION_1, &wanted, nullptr),
              0);
    const LocalMemory<void> owner(wanted);
    ASSERT_NE(::SetFileSecurityW(file.c_str(), DACL_SECURITY_INFORMATION, wanted), 0);
    const auto list = [&] {
        std::vector<std::max_align_t> buffer(4096);
        DWORD bytes = 0;
        EXPECT_NE(::GetFileSecurityW(file.c_str(), DACL_SECURITY_INFORMATION, buffer.data(),
                                     static_cast<DWORD>(buffer.size() * sizeof(std::max_align_t)), &bytes),
                  0);
        wchar_t* text = nullptr;
        EXPECT_NE(::ConvertSecurityDescriptorToStringSecurityDescriptorW(buffer.data(), SDDL_REVISION_1,
                                                                         DACL_SECURITY_INFORMATION, &text, nullptr),
                  0);
        const LocalMemory<wchar_t> text_owner(text);
        return to_utf8(text);
    };
    const std::string before = list();
    ASSERT_TRUE(m_files.write_file_atomic(file, "new"));
    EXPECT_EQ(read(file), "new");
    EXPECT_EQ(list(), before);
}

TEST_F(WindowsFileSystemTest, TakesSlashesAndRelativePaths) {
    write("a/b", "x");
    EXPECT_EQ(read(fs::path(m_top.generic_wstring() + L"/a/./../a//b")), "x");
    EXPECT_EQ(*m_files.kind(fs::path(L"surely not here")), Kind::Missing);
    EXPECT_EQ(*m_files.kind(fs::path(L".")), Kind::Directory);
    EXPECT_EQ(*m_files.canonical(fs::path(L".")), *m_files.canonical(fs::current_path()));
}

TEST_F(WindowsFileSystemTest, ANameThatCannotBeIsAnError) {
    const auto made = m_files.create_directories(m_top / L"a<b>");
    EXPECT_FALSE(made) << "the name was made";
    EXPECT_FALSE(m_files.read_file(m_top / L"a<b>", 10));
}

} // namespace
} // namespace framehand::platform
