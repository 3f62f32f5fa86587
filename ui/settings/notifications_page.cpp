// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/notifications_page.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace framehand::ui {

NotificationsPage::NotificationsPage(PageContext& context) : m_context(context) {
    auto* layout = new QVBoxLayout(this);
    const auto add = [&](Notice::Kind kind, const QString& text) {
        auto* box = new QCheckBox(text, this);
        box->setAccessibleName(plain_label(text));
        box->setChecked(context.services.app.notifies(kind));
        connect(box, &QCheckBox::clicked, this, [this] { m_context.on_page_change(); });
        layout->addWidget(box);
        m_boxes[kind] = box;
    };
    add(Notice::Kind::Finished, tr("Notify me when a job is &finished"));
    add(Notice::Kind::Failed, tr("Notify me when a job has fai&led, with its cause"));
    add(Notice::Kind::NeedsAttention,
        tr("Notify me when somebody is &needed, as when the folder with the videos is away"));
    auto* test = new QPushButton(tr("Show a &test notification"), this);
    test->setAccessibleName(plain_label(test->text()));
    test->setAutoDefault(false);
    connect(test, &QPushButton::clicked, this, [this] {
        m_context.services.notify(
            {Notice::Kind::Finished, tr("This is a test"), tr("Notifications of Framehand arrive.")});
    });
    layout->addSpacing(12);
    layout->addWidget(test, 0, Qt::AlignLeading);
    layout->addWidget(make_words(tr("Nothing appears? Then the desktop shows no notifications now: it may be in a mode "
                                    "in which it does not disturb."),
                                 this));
    layout->addStretch();
}

bool NotificationsPage::has_changes() const {
    return std::ranges::any_of(m_boxes, [this](const auto& item) {
        return item.second->isChecked() != m_context.services.app.notifies(item.first);
    });
}

base::Status NotificationsPage::apply() {
    for (const auto& [kind, box] : m_boxes) {
        m_context.services.app.set_notifies(kind, box->isChecked());
    }
    return {};
}

} // namespace framehand::ui
