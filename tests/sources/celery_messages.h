// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <QByteArray>

#include <string>
#include <utility>

namespace framehand::test {

/// A message as Celery's own producer sends it, field by field (recorded from version 5.2.6).
struct CeleryMessage {
    std::string id = "085431bb-44c3-4df7-bcf1-e8a5baf26846";
    base::Json args = {"a.mp4", "b.mp4", "640:360", "mp4"};
    base::Json kwargs = base::Json::object();
    base::Json embed = {{"callbacks", nullptr}, {"errbacks", nullptr}, {"chain", nullptr}, {"chord", nullptr}};
    base::Json headers = base::Json::object(); ///< instead of, or beside, the usual ones
    base::Json properties = base::Json::object();

    [[nodiscard]] base::Json json() const {
        const auto body = base::dump_json(base::Json::array({args, kwargs, embed}));
        base::Json message{{"body", QByteArray::fromStdString(body).toBase64().toStdString()},
                           {"content-encoding", "utf-8"},
                           {"content-type", "application/json"},
                           {"headers",
                            {{"lang", "py"},
                             {"task", "celery_worker.transcode_video_task"},
                             {"id", id},
                             {"shadow", nullptr},
                             {"eta", nullptr},
                             {"expires", nullptr},
                             {"group", nullptr},
                             {"group_index", nullptr},
                             {"retries", 0},
                             {"timelimit", {nullptr, nullptr}},
                             {"root_id", id},
                             {"parent_id", nullptr},
                             {"argsrepr", "('a.mp4', 'b.mp4', '640:360', 'mp4')"},
                             {"kwargsrepr", "{}"},
                             {"origin", "gen26077@vm"},
                             {"ignore_result", false}}},
                           {"properties",
                            {{"correlation_id", id},
                             {"reply_to", "713b31fb-88cf-3980-931e-dd72ec85742f"},
                             {"delivery_mode", 2},
                             {"delivery_info", {{"exchange", ""}, {"routing_key", "celery"}}},
                             {"priority", 0},
                             {"body_encoding", "base64"},
                             {"delivery_tag", "tag-of-" + id}}}};
        message["headers"].update(headers);
        message["properties"].update(properties);
        return message;
    }

    [[nodiscard]] std::string text() const { return base::dump_json(json()); }
};

} // namespace framehand::test
