// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/keychain_store.h"

#include <qt6keychain/keychain.h>

#include <utility>

namespace framehand::platform {

using base::ErrorCode;
using base::fail;

namespace {

base::Status outcome_of(const QKeychain::Job& job) {
    const auto cause = job.errorString().toStdString();
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return fail(ErrorCode::Unsupported, "this desktop has no keychain", cause);
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return fail(ErrorCode::PermissionDenied, "the keychain was not unlocked", cause);
    default:
        return fail(ErrorCode::Unavailable, "the keychain does not answer as it should", cause);
    }
}

} // namespace

void KeychainStore::read(const Name& name, Read done) {
    // Deletes itself at its end; a library waits for it until then.
    auto* job = new QKeychain::ReadPasswordJob(QString::fromStdString(name.service));
    job->setKey(QString::fromStdString(name.key));
    QObject::connect(job, &QKeychain::Job::finished, &m_receiver, [job, done = std::move(done)] {
        if (job->error() == QKeychain::EntryNotFound) {
            done(std::optional<base::Secret>());
        } else if (const auto outcome = outcome_of(*job); !outcome) {
            done(base::Error(outcome.error()));
        } else {
            done(std::optional<base::Secret>(job->textData().toStdString()));
        }
    });
    job->start();
}

void KeychainStore::write(const Name& name, const base::Secret& secret, Done done) {
    auto* job = new QKeychain::WritePasswordJob(QString::fromStdString(name.service));
    job->setKey(QString::fromStdString(name.key));
    job->setTextData(QString::fromStdString(secret.reveal()));
    QObject::connect(job, &QKeychain::Job::finished, &m_receiver,
                     [job, done = std::move(done)] { done(outcome_of(*job)); });
    job->start();
}

void KeychainStore::remove(const Name& name, Done done) {
    auto* job = new QKeychain::DeletePasswordJob(QString::fromStdString(name.service));
    job->setKey(QString::fromStdString(name.key));
    QObject::connect(job, &QKeychain::Job::finished, &m_receiver, [job, done = std::move(done)] {
        done(job->error() == QKeychain::EntryNotFound ? base::Status() : outcome_of(*job));
    });
    job->start();
}

} // namespace framehand::platform
