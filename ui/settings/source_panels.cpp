// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/source_panels.h"

#include "ui/settings/source_titles.h"

namespace framehand::ui {

using settings::SourceSecret;

namespace {

SourcePanel* make_panel(PageContext& context, const char* source, const QString& words, QWidget* parent) {
    return new SourcePanel(context, source, source_title(QString::fromLatin1(source)), words, parent);
}

} // namespace

std::vector<SourcePanel*> SourcePanels::make_sources(PageContext& context, QWidget* parent) {
    return {make_redis(context, parent), make_celery(context, parent), make_bullmq(context, parent),
            make_rabbitmq(context, parent)};
}

SourcePanel* SourcePanels::make_redis(PageContext& context, QWidget* parent) {
    auto* panel = make_panel(
        context, "redis",
        tr("A pipeline of queues in Redis: one message for each video, which is transcoded, checked, and put in the "
           "place of the original."),
        parent);
    auto& form = panel->form();
    form.add_text("redis_url", tr("Add&ress of the Redis server:"), QStringLiteral("redis://server:6379/0"));
    panel->add_secret(SourceSecret::RedisPassword, tr("&Password of the Redis server:"), "redis_url");
    form.add_choice("redis_taking", tr("Its &queues are:"),
                    {{QStringLiteral("lists"), tr("Lists")}, {QStringLiteral("streams"), tr("Streams")}});
    form.add_text("redis_roles", tr("What this PC does &in the pipeline:"),
                  QStringLiteral("replace, healthcheck, transcode"));
    form.add_text("redis_prefix", tr("Names of its keys &begin with:"), QStringLiteral("transcode:"));
    form.add_text("redis_roots", tr("Other names of the &folder with the videos:"), QStringLiteral("/media/videos"));
    form.add_switch("redis_original", tr("Keep the origina&l as .bak when a better file takes its place"),
                    QStringLiteral("keep"), QStringLiteral("remove"));
    panel->add_test(tr("&Test Redis"), {});
    return panel;
}

SourcePanel* SourcePanels::make_celery(PageContext& context, QWidget* parent) {
    auto* panel = make_panel(context, "celery",
                             tr("This PC takes its turns beside Celery's own workers, for one task. Videos are in the "
                                "object storage."),
                             parent);
    auto& form = panel->form();
    form.add_text("celery_url", tr("Add&ress of Celery's Redis server:"), QStringLiteral("redis://server:6379/0"));
    panel->add_secret(SourceSecret::CeleryPassword, tr("&Password of Celery's Redis server:"), "celery_url");
    form.add_text("celery_queue", tr("Celery's &queue:"), QStringLiteral("celery"));
    form.add_text("celery_task", tr("&Name of the task that transcodes:"),
                  QStringLiteral("celery_worker.transcode_video_task"));
    form.add_text("celery_bucket", tr("Celery's &bucket of inputs and outputs:"), QStringLiteral("videobucket"));
    panel->add_test(tr("&Test Celery"), QStringLiteral("celery_"));
    return panel;
}

SourcePanel* SourcePanels::make_bullmq(PageContext& context, QWidget* parent) {
    auto* panel = make_panel(
        context, "bullmq",
        tr("The queues of a video service in Node.js, one for each resolution. Videos are in the object storage."),
        parent);
    auto& form = panel->form();
    form.add_text("bullmq_url", tr("Add&ress of the queues' Redis server:"), QStringLiteral("redis://server:6379/0"));
    panel->add_secret(SourceSecret::BullmqPassword, tr("&Password of the queues' Redis server:"), "bullmq_url");
    form.add_text("bullmq_queues", tr("&Queues, the preferred first:"), QStringLiteral("transcoding-1080p"));
    form.add_choice("bullmq_kind", tr("The &library that keeps them:"),
                    {{QStringLiteral("either"), tr("Whichever it is")},
                     {QStringLiteral("bullmq"), QStringLiteral("BullMQ")},
                     {QStringLiteral("bull"), QStringLiteral("Bull")}});
    form.add_text("bullmq_input_bucket", tr("Bucket of the queues' &inputs:"), QStringLiteral("original-videos"));
    form.add_text("bullmq_output_bucket", tr("&Bucket of the queues' outputs:"), QStringLiteral("transcoded-videos"));
    form.add_text("bullmq_database_url", tr("Address of the ser&vice's database:"),
                  QStringLiteral("postgresql://user@server:5432/database"));
    panel->add_secret(SourceSecret::BullmqDatabasePassword, tr("Password of t&he service's database:"),
                      "bullmq_database_url");
    panel->add_test(tr("&Test the queues"), QStringLiteral("bullmq_"));
    return panel;
}

SourcePanel* SourcePanels::make_rabbitmq(PageContext& context, QWidget* parent) {
    auto* panel = make_panel(context, "rabbitmq",
                             tr("Each message is a GStreamer pipeline from one object of the object storage to "
                                "another."),
                             parent);
    auto& form = panel->form();
    form.add_text("rabbitmq_url", tr("Add&ress of the RabbitMQ server:"), QStringLiteral("amqp://user@server:5672/"));
    panel->add_secret(SourceSecret::RabbitmqPassword, tr("&Password of the RabbitMQ server:"), "rabbitmq_url");
    form.add_text("rabbitmq_bucket", tr("RabbitMQ's &bucket of inputs and outputs:"), QStringLiteral("films"));
    panel->add_test(tr("&Test RabbitMQ"), {});
    return panel;
}

SourcePanel* SourcePanels::make_storage(PageContext& context, QWidget* parent) {
    auto* panel = new SourcePanel(context, "s3", tr("Object storage"),
                                  tr("Amazon S3, MinIO, Ceph or another one that speaks their language."), parent);
    auto& form = panel->form();
    form.add_text("s3_endpoint", tr("Addr&ess of the object storage:"), QStringLiteral("http://minio:9000"));
    panel->add_secret(SourceSecret::S3AccessKey, tr("Access &key of the object storage:"), "s3_endpoint");
    panel->add_secret(SourceSecret::S3SecretKey, tr("Secret ke&y of the object storage:"), "s3_endpoint");
    form.add_text("s3_region", tr("Re&gion of the object storage:"), QStringLiteral("us-east-1"));
    form.add_choice("s3_addressing", tr("Ho&w its URLs name a bucket:"),
                    {{QStringLiteral("path"), tr("In the path: http://server/bucket")},
                     {QStringLiteral("virtual_host"), tr("Before the server: http://bucket.server")}});
    panel->add_test(tr("Test the &object storage"), {});
    return panel;
}

} // namespace framehand::ui
