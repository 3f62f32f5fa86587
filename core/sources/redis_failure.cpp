// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/redis_failure.h"

#include "core/base/json.h"

#include <QByteArray>
#include <QStringDecoder>

namespace framehand::sources {

bool is_utf8(std::string_view bytes) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return !decoder.hasError();
}

std::string to_text(const RedisFailure& failure) {
    base::Json json{{"stage", failure.stage},
                    {"reason", failure.reason},
                    {"worker", failure.worker},
                    {"failed_at", failure.time},
                    {"retry", failure.retry == Retry::MayHelp ? "may_help" : "useless"}};
    if (is_utf8(failure.payload)) {
        json["payload"] = failure.payload;
    } else {
        json["payload_base64"] =
            QByteArray::fromRawData(failure.payload.data(), static_cast<qsizetype>(failure.payload.size()))
                .toBase64()
                .toStdString();
    }
    return base::dump_json(json);
}

} // namespace framehand::sources
