// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/package_committer.h"
#include "tests/storage/sample_package.h"
#include "tests/support/fault_file_system.h"

#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace framehand::test {

/// What lies at the destination before, and what is to be published there.
struct CommitScenario {
    std::string name;
    std::string destination;
    std::vector<std::string> old_rungs; ///< none: there is no old package
    std::vector<std::string> new_rungs;
    std::string foreign_index = {}; ///< somebody else's file in the multivariant playlist's place
    std::string old_dash = {};      ///< name of the DASH manifest, "" for none
    std::string new_dash = {};
};

std::ostream& operator<<(std::ostream& out, const CommitScenario& scenario);

/// Every kind of destination that a commit can meet.
[[nodiscard]] std::vector<CommitScenario> commit_scenarios();

/// A share and a staging folder in memory with a finished job on it. Other people's files lie all around.
class CommitWorld {
public:
    explicit CommitWorld(const CommitScenario& scenario);

    [[nodiscard]] base::Result<storage::CommitReceipt> commit();
    /// Each as a new process would do it.
    [[nodiscard]] base::Result<storage::CommitReceipt> commit(const base::CancelToken& cancel,
                                                              const storage::CommitProgress& progress = {});
    [[nodiscard]] base::Result<storage::Recovery> recover();
    [[nodiscard]] base::Result<storage::Recovery> undo();

    /// Checks what a reader sees after every single change from now on; the first problem is in `problem`.
    void watch();

    /// "" if the new package and other people's files are all that is there, and staging can be emptied.
    [[nodiscard]] std::string check_published();
    /// "" if the share is name for name and byte for byte as it was, and no journal is left.
    [[nodiscard]] std::string check_untouched() const;
    /// "" if readers see the old package or the new one.
    [[nodiscard]] std::string check_readers() const;

    FaultFileSystem files;
    storage::StagingArea staging;
    SamplePackage old_package;
    SamplePackage new_package;
    storage::CommitRequest request;
    std::string problem;
    std::filesystem::path destination;

private:
    std::string m_foreign_index;
    bool m_has_old;
    std::map<std::string, std::string> m_foreign; ///< other people's files that must stay
    std::map<std::string, std::string> m_files_before;
    std::vector<std::string> m_names_before;
};

} // namespace framehand::test
