// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/landlock_wall.h"

#include "platform/linux/descriptor.h"

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace framehand::platform {

namespace {

// The kernel's interface in full (linux/landlock.h): the headers of the oldest supported system know versions 1 and 2.

constexpr long kCreateRuleset = 444; // the same on every architecture
constexpr long kAddRule = 445;
constexpr long kRestrictSelf = 446;
constexpr unsigned kAskVersion = 1;
constexpr int kRulePathBeneath = 1;

struct RulesetAttributes {
    std::uint64_t files = 0;
    std::uint64_t network = 0;
    std::uint64_t scopes = 0;
};

struct [[gnu::packed]] PathBeneath {
    std::uint64_t allowed = 0;
    std::int32_t parent = -1;
};

constexpr std::uint64_t kWriteFile = 1U << 1U;
constexpr std::uint64_t kReadFile = 1U << 2U;
constexpr std::uint64_t kReadFolder = 1U << 3U;
constexpr std::uint64_t kRemoveFolder = 1U << 4U;
constexpr std::uint64_t kRemoveFile = 1U << 5U;
constexpr std::uint64_t kMakeFolder = 1U << 7U;
constexpr std::uint64_t kMakeFile = 1U << 8U;
constexpr std::uint64_t kRefer = 1U << 13U;    // version 2: link and rename from folder to folder
constexpr std::uint64_t kTruncate = 1U << 14U; // version 3
constexpr std::uint64_t kIoctl = 1U << 15U;    // version 5: of device nodes

constexpr std::uint64_t kRead = kReadFile | kReadFolder;
constexpr std::uint64_t kWrite =
    kRead | kWriteFile | kTruncate | kRemoveFolder | kRemoveFile | kMakeFolder | kMakeFile | kRefer;
constexpr std::uint64_t kDevice = kRead | kWriteFile | kIoctl;
constexpr std::uint64_t kForFiles = kReadFile | kWriteFile | kTruncate | kIoctl;

RulesetAttributes everything(int version) {
    RulesetAttributes all;
    const unsigned rights = version >= 5 ? 16 : version >= 3 ? 15 : 14;
    all.files = (std::uint64_t{1} << rights) - 1;
    all.network = version >= 4 ? 3 : 0; // bind and connect of TCP
    all.scopes = version >= 6 ? 3 : 0;  // abstract UNIX sockets, signals
    return all;
}

base::Status grant(int ruleset, const std::filesystem::path& path, std::uint64_t rights,
                   std::vector<Descriptor>& granted) {
    Descriptor parent(::open(path.c_str(), O_PATH | O_CLOEXEC));

    struct stat status {};

    if (!parent || ::fstat(parent.get(), &status) != 0) {
        return {}; // what is not there needs no grant
    }
    PathBeneath rule{S_ISDIR(status.st_mode) ? rights : rights & kForFiles, parent.get()};
    if (::syscall(kAddRule, ruleset, kRulePathBeneath, &rule, 0U) != 0) {
        return base::error_from_errno(errno, "the sandbox cannot grant " + path.string());
    }
    granted.push_back(std::move(parent));
    return {};
}

} // namespace

int LandlockWall::version() {
    const long version = ::syscall(kCreateRuleset, nullptr, std::size_t{0}, kAskVersion);
    return version > 0 ? static_cast<int>(version) : 0;
}

base::Status LandlockWall::raise(const Grants& grants) {
    const RulesetAttributes handled = everything(version());
    // An older kernel refuses a longer structure unless what it does not know is zero, which everything() sees to.
    const Descriptor ruleset(static_cast<int>(::syscall(kCreateRuleset, &handled, sizeof(handled), 0U)));
    if (!ruleset) {
        return base::error_from_errno(errno, "the sandbox cannot be made");
    }
    const auto grant_all = [&](const std::vector<std::filesystem::path>& paths, std::uint64_t rights) -> base::Status {
        for (const auto& path : paths) {
            FH_TRY(grant(ruleset.get(), path, rights & handled.files, m_granted));
        }
        return {};
    };
    FH_TRY(grant_all(grants.read, kRead));
    FH_TRY(grant_all(grants.write, kWrite));
    FH_TRY(grant_all(grants.devices, kDevice));
    if (::syscall(kRestrictSelf, ruleset.get(), 0U) != 0) {
        return base::error_from_errno(errno, "the sandbox cannot be entered");
    }
    return {};
}

} // namespace framehand::platform
