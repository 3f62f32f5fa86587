// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/source_panel.h"

#include <QCoreApplication>

#include <vector>

namespace framehand::ui {

/// Which fields each source of jobs has in the settings dialog.
class SourcePanels {
    Q_DECLARE_TR_FUNCTIONS(SourcePanels)

public:
    /// Of all sources but the orchestrator. They belong to `parent`; `context` must outlive them.
    [[nodiscard]] static std::vector<SourcePanel*> make_sources(PageContext& context, QWidget* parent);
    [[nodiscard]] static SourcePanel* make_storage(PageContext& context, QWidget* parent);

private:
    [[nodiscard]] static SourcePanel* make_redis(PageContext& context, QWidget* parent);
    [[nodiscard]] static SourcePanel* make_celery(PageContext& context, QWidget* parent);
    [[nodiscard]] static SourcePanel* make_bullmq(PageContext& context, QWidget* parent);
    [[nodiscard]] static SourcePanel* make_rabbitmq(PageContext& context, QWidget* parent);
};

} // namespace framehand::ui
