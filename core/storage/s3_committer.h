// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/jobs/package_manifest.h"
#include "core/ports/file_system.h"
#include "core/s3/s3_client.h"
#include "core/storage/package_copier.h"
#include "core/storage/publish_journal.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace framehand::storage {

/// A finished package and where in a bucket it goes.
struct S3PackageRequest {
    std::string job_id;
    std::filesystem::path package_dir; ///< holds the files of `manifest`, verified
    jobs::PackageManifest manifest;
    std::string bucket;
    std::string prefix;    ///< the package's root: "films/7", without a '/' at its end; "" is the bucket's own
    std::string flat_name; ///< not "": flat names (flat_package.h) below `prefix`
    std::filesystem::path journal;
};

/// A finished file and its key.
struct S3FileRequest {
    std::string job_id;
    std::filesystem::path file;
    s3::ObjectName object;
    std::filesystem::path journal;
};

struct S3Receipt {
    std::string manifest_url; ///< "s3://bucket/key" of the multivariant playlist or the file
    std::uint64_t bytes = 0;
    /// Why files of the old package are still there. The journal stays: undo() or another publish() removes them later.
    std::optional<base::Error> cleanup_error;
};

/// How a publication that stood in a journal has ended.
struct S3Recovery {
    enum class Outcome { NothingToDo, Finished, Undone };

    Outcome outcome = Outcome::NothingToDo;
    std::string job_id;
    std::string manifest_url; ///< of a finished one
};

/// Publishes packages and single files in a bucket, as PackageCommitter does on the share.
///
/// Order: segments and what else only the new version has, its media playlists, the stable playlists and the DASH
/// manifest, and last the multivariant playlist: that put is the point of no return. Until it a reader of the
/// multivariant playlist sees the whole old package; after it what the old version alone had is removed: only keys in
/// version folders (or with flat names) of the package that the old playlist named. Each file's size is compared at the
/// other end, and its hash with the manifest before it goes.
///
/// Blocking, for a worker thread; one call at a time for one job. `client` has its own thread rule.
class S3Committer {
public:
    /// Both must outlive this.
    S3Committer(s3::S3Client& client, ports::FileSystem& file_system);

    /// Whether something may be written there, without anything to be seen: for before the work.
    [[nodiscard]] base::Status check(const s3::ObjectName& object, const base::CancelToken& cancel);

    /// Publishes, or continues a publication of the same package that was stopped: what the journal says to be up is
    /// not sent again. Another one in the journal is finished or undone first. On an error or a cancel the journal
    /// stays, for another try or for undo(). `progress` may be empty.
    [[nodiscard]] base::Result<S3Receipt> publish(const S3PackageRequest& request, const base::CancelToken& cancel,
                                                  const CommitProgress& progress);

    /// One file to one key, which is replaced at the end.
    [[nodiscard]] base::Result<S3Receipt> publish_file(const S3FileRequest& request, const base::CancelToken& cancel,
                                                       const CommitProgress& progress);

    /// Ends what stands in a journal: removes all that it has put there and gives the stable names their old content
    /// back; one that readers see already is finished instead. Aborts unfinished uploads. On an error the journal
    /// stays.
    [[nodiscard]] base::Result<S3Recovery> undo(const std::filesystem::path& journal, const base::CancelToken& cancel);

private:
    struct Item;
    struct Order;

    [[nodiscard]] base::Result<Order> order_of(const S3PackageRequest& request) const;
    [[nodiscard]] base::Result<PublishIntent> intent_of(const S3PackageRequest& request, const Order& order,
                                                        const base::CancelToken& cancel);
    [[nodiscard]] base::Result<PublishJournal> begin(const S3PackageRequest& request, const Order& order,
                                                     const base::CancelToken& cancel);
    [[nodiscard]] base::Status put(const S3PackageRequest& request, const Item& item, PublishJournal& journal,
                                   const base::CancelToken& cancel);
    [[nodiscard]] base::Result<bool> is_published(const PublishIntent& intent, const base::CancelToken& cancel);
    [[nodiscard]] base::Status abort_uploads(PublishJournal& journal, const base::CancelToken& cancel);
    [[nodiscard]] base::Status remove_old(const PublishIntent& intent, const base::CancelToken& cancel);
    [[nodiscard]] base::Status take_back(const PublishIntent& intent, const base::CancelToken& cancel);
    [[nodiscard]] base::Result<std::optional<std::string>> text_at(const s3::ObjectName& object,
                                                                   const base::CancelToken& cancel);

    s3::S3Client& m_client;
    ports::FileSystem& m_file_system;
};

} // namespace framehand::storage
