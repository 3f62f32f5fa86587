// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/s3_committer.h"

#include "core/base/sha256.h"
#include "core/s3/content_type.h"
#include "core/s3/file_transfer.h"
#include "core/storage/commit_plan.h"
#include "core/storage/flat_package.h"
#include "core/storage/old_package.h"
#include "core/storage/playlist_uris.h"

#include <algorithm>
#include <set>
#include <utility>

namespace framehand::storage {

namespace {

using base::ErrorCode;
using base::fail;

constexpr std::size_t kMostText = 16U << 20; // a playlist of a day in segments of a second

std::string key_below(const std::string& prefix, const std::string& path) {
    return prefix.empty() ? path : prefix + "/" + path;
}

bool is_text(const std::string& path) {
    return path.ends_with(".m3u8") || path.ends_with(".mpd");
}

} // namespace

/// One object to put.
struct S3Committer::Item {
    std::string key;
    std::string path; ///< in the package's folder
    std::uint64_t bytes = 0;
    std::string sha256;
    std::optional<std::string> content = {}; ///< in the place of the file's
};

/// All of them, in the order in which they go.
struct S3Committer::Order {
    std::vector<Item> versioned;
    std::vector<Item> stable;
    Item multivariant;

    [[nodiscard]] std::uint64_t bytes() const {
        std::uint64_t total = multivariant.bytes;
        for (const auto* items : {&versioned, &stable}) {
            for (const Item& item : *items) {
                total += item.bytes;
            }
        }
        return total;
    }
};

S3Committer::S3Committer(s3::S3Client& client, ports::FileSystem& file_system)
    : m_client(client), m_file_system(file_system) {
}

base::Status S3Committer::check(const s3::ObjectName& object, const base::CancelToken& cancel) {
    // An upload that is never completed is no object.
    FH_ASSIGN(const s3::Upload upload, m_client.begin_upload(object, s3::content_type_of(object.key), cancel));
    return m_client.abort_upload(upload, {});
}

base::Result<S3Committer::Order> S3Committer::order_of(const S3PackageRequest& request) const {
    FH_ASSIGN(const CommitPlan plan, make_commit_plan(request.manifest));
    FlatPackage flat;
    if (!request.flat_name.empty()) {
        FH_ASSIGN(flat, flatten(request.manifest, request.flat_name, [&](const std::string& path) {
                      return m_file_system.read_file(request.package_dir / path, kMostText);
                  }));
    }
    std::set<std::string> stable;
    for (const jobs::PackageFile& alias : plan.aliases) {
        stable.insert(alias.path);
    }
    Order order;
    std::vector<Item> playlists;
    for (std::size_t i = 0; i < request.manifest.files.size(); ++i) {
        const jobs::PackageFile& file = request.manifest.files[i];
        Item item{key_below(request.prefix, file.path), file.path, file.bytes, file.sha256};
        if (!flat.files.empty()) {
            FlatFile& renamed = flat.files[i];
            item = {key_below(request.prefix, renamed.name), file.path, renamed.bytes, renamed.sha256,
                    std::move(renamed.content)};
        }
        if (file.path == plan.multivariant.path) {
            order.multivariant = std::move(item);
        } else if (stable.contains(file.path)) {
            order.stable.push_back(std::move(item));
        } else {
            (is_text(file.path) ? playlists : order.versioned).push_back(std::move(item));
        }
    }
    std::ranges::move(playlists, std::back_inserter(order.versioned));
    return order;
}

base::Result<std::optional<std::string>> S3Committer::text_at(const s3::ObjectName& object,
                                                              const base::CancelToken& cancel) {
    auto text = m_client.get(object, kMostText, cancel);
    if (text) {
        return std::optional(std::move(*text));
    }
    if (text.error().code == ErrorCode::NotFound) {
        return std::optional<std::string>();
    }
    return text.error();
}

base::Result<PublishIntent> S3Committer::intent_of(const S3PackageRequest& request, const Order& order,
                                                   const base::CancelToken& cancel) {
    PublishIntent intent;
    intent.job_id = request.job_id;
    intent.package_id = request.manifest.layout.package_id;
    intent.bucket = request.bucket;
    intent.multivariant = order.multivariant.key;
    intent.multivariant_sha256 = order.multivariant.sha256;
    for (const Item& item : order.versioned) {
        intent.versioned.push_back(item.key);
    }
    for (const Item& item : order.stable) {
        FH_ASSIGN(auto old, text_at({request.bucket, item.key}, cancel));
        intent.stable.push_back({item.key, item.sha256, std::move(old)});
    }
    FH_ASSIGN(const auto old, text_at({request.bucket, order.multivariant.key}, cancel));
    // A media playlist under this name belongs to a package whose own multivariant playlist stays.
    if (!old || old->find("#EXT-X-STREAM-INF") == std::string::npos) {
        return intent;
    }
    intent.old_ids = package_ids_in(*old);
    std::erase(intent.old_ids, intent.package_id);
    if (!request.flat_name.empty()) {
        intent.old_prefixes = {key_below(request.prefix, request.flat_name + "_")};
    } else {
        for (const std::string& dir : version_dirs_in(*old)) {
            intent.old_prefixes.push_back(key_below(request.prefix, dir) + "/");
        }
    }
    return intent;
}

base::Result<PublishJournal> S3Committer::begin(const S3PackageRequest& request, const Order& order,
                                                const base::CancelToken& cancel) {
    FH_ASSIGN(auto journal, PublishJournal::open(m_file_system, request.journal));
    if (journal) {
        const PublishIntent& intent = journal->intent();
        const bool is_this = intent.package_id == request.manifest.layout.package_id &&
                             intent.bucket == request.bucket && intent.multivariant == order.multivariant.key &&
                             intent.multivariant_sha256 == order.multivariant.sha256;
        if (is_this) {
            FH_TRY(abort_uploads(*journal, cancel));
            return std::move(*journal);
        }
        FH_TRY(undo(request.journal, cancel));
    }
    FH_ASSIGN(PublishIntent intent, intent_of(request, order, cancel));
    return PublishJournal::create(m_file_system, request.journal, std::move(intent));
}

base::Status S3Committer::put(const S3PackageRequest& request, const Item& item, PublishJournal& journal,
                              const base::CancelToken& cancel) {
    const s3::ObjectName object{request.bucket, item.key};
    const std::string type = s3::content_type_of(item.path);
    const auto file = request.package_dir / item.path;
    const auto damaged = [&] {
        return fail(ErrorCode::CorruptData, "a file of the package is not what it was: " + file.string());
    };
    if (item.content) {
        return s3::put_checked(m_client, *item.content, object, type, cancel);
    }
    if (item.bytes <= s3::kPartBytes) {
        FH_ASSIGN(const std::string bytes, m_file_system.read_file(file, s3::kPartBytes));
        if (base::sha256_hex(bytes) != item.sha256) {
            return damaged();
        }
        return s3::put_checked(m_client, bytes, object, type, cancel);
    }
    FH_ASSIGN(const auto read, m_file_system.hash_file(file, cancel));
    if (read.sha256 != item.sha256) {
        return damaged();
    }
    return s3::put_file(m_client, file, object, type, journal, cancel);
}

base::Result<S3Receipt> S3Committer::publish(const S3PackageRequest& request, const base::CancelToken& cancel,
                                             const CommitProgress& progress) {
    FH_ASSIGN(const Order order, order_of(request));
    FH_ASSIGN(PublishJournal journal, begin(request, order, cancel));
    S3Receipt receipt{s3::ObjectName{request.bucket, order.multivariant.key}.shown(), order.bytes(), std::nullopt};
    std::uint64_t done = 0;
    const auto put_all = [&](const std::vector<Item>& items) -> base::Status {
        for (const Item& item : items) {
            if (!journal.is_up(item.key)) {
                FH_TRY(put(request, item, journal, cancel));
                FH_TRY(journal.note_up(item.key));
            }
            done += item.bytes;
            if (progress) {
                progress(done, receipt.bytes);
            }
        }
        return {};
    };
    FH_TRY(put_all(order.versioned));
    FH_TRY(put_all(order.stable));
    FH_TRY(put_all({order.multivariant}));
    if (auto removed = remove_old(journal.intent(), cancel); !removed) {
        receipt.cleanup_error = removed.error();
        return receipt;
    }
    FH_TRY(journal.erase());
    return receipt;
}

base::Result<S3Receipt> S3Committer::publish_file(const S3FileRequest& request, const base::CancelToken& cancel,
                                                  const CommitProgress& progress) {
    FH_TRY(undo(request.journal, cancel)); // what an earlier try has left
    FH_ASSIGN(const std::uint64_t bytes, m_file_system.file_size(request.file));
    PublishIntent intent;
    intent.job_id = request.job_id;
    intent.bucket = request.object.bucket;
    intent.multivariant = request.object.key;
    FH_ASSIGN(PublishJournal journal, PublishJournal::create(m_file_system, request.journal, std::move(intent)));
    FH_TRY(s3::put_file(m_client, request.file, request.object, s3::content_type_of(request.object.key), journal,
                        cancel, [&](std::uint64_t done) {
                            if (progress) {
                                progress(done, bytes);
                            }
                        }));
    FH_TRY(journal.erase());
    return S3Receipt{request.object.shown(), bytes, std::nullopt};
}

base::Result<bool> S3Committer::is_published(const PublishIntent& intent, const base::CancelToken& cancel) {
    if (intent.package_id.empty()) {
        return false;
    }
    FH_ASSIGN(const auto text, text_at({intent.bucket, intent.multivariant}, cancel));
    return text && base::sha256_hex(*text) == intent.multivariant_sha256;
}

base::Status S3Committer::abort_uploads(PublishJournal& journal, const base::CancelToken& cancel) {
    const std::vector<s3::Upload> uploads = journal.uploads();
    for (const s3::Upload& upload : uploads) {
        FH_TRY(m_client.abort_upload(upload, cancel));
        FH_TRY(journal.ended(upload));
    }
    return {};
}

base::Status S3Committer::remove_old(const PublishIntent& intent, const base::CancelToken& cancel) {
    const auto is_old = [&](const std::string& key) {
        return std::ranges::any_of(package_ids_in(key), [&](const std::string& id) {
            return std::ranges::find(intent.old_ids, id) != intent.old_ids.end();
        });
    };
    for (const std::string& prefix : intent.old_prefixes) {
        std::string page;
        do {
            FH_ASSIGN(const s3::Listing listing, m_client.list(intent.bucket, prefix, page, cancel));
            for (const s3::ListedObject& object : listing.objects) {
                if (is_old(object.key)) {
                    FH_TRY(m_client.remove({intent.bucket, object.key}, cancel));
                }
            }
            page = listing.next;
        } while (!page.empty());
    }
    return {};
}

base::Status S3Committer::take_back(const PublishIntent& intent, const base::CancelToken& cancel) {
    for (const PublishIntent::Stable& stable : intent.stable) {
        const s3::ObjectName object{intent.bucket, stable.key};
        FH_ASSIGN(const auto now, text_at(object, cancel));
        if (!now || base::sha256_hex(*now) != stable.sha256) {
            continue; // not replaced yet, or somebody else's by now
        }
        if (stable.old) {
            FH_TRY(m_client.put(object, *stable.old, s3::content_type_of(stable.key), cancel));
        } else {
            FH_TRY(m_client.remove(object, cancel));
        }
    }
    for (const std::string& key : intent.versioned) {
        FH_TRY(m_client.remove({intent.bucket, key}, cancel));
    }
    return {};
}

base::Result<S3Recovery> S3Committer::undo(const std::filesystem::path& path, const base::CancelToken& cancel) {
    S3Recovery recovery;
    FH_ASSIGN(auto journal, PublishJournal::open(m_file_system, path));
    if (!journal) {
        return recovery;
    }
    const PublishIntent& intent = journal->intent();
    recovery.job_id = intent.job_id;
    FH_TRY(abort_uploads(*journal, cancel));
    FH_ASSIGN(const bool published, is_published(intent, cancel));
    if (published) {
        FH_TRY(remove_old(intent, cancel));
        recovery.outcome = S3Recovery::Outcome::Finished;
        recovery.manifest_url = s3::ObjectName{intent.bucket, intent.multivariant}.shown();
    } else {
        FH_TRY(take_back(intent, cancel));
        recovery.outcome = S3Recovery::Outcome::Undone;
    }
    FH_TRY(journal->erase());
    return recovery;
}

} // namespace framehand::storage
