// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/storage_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace framehand::ui {

StoragePage::StoragePage(PageContext& context) : m_form(new FieldForm(context.session, context.names, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(make_words(tr("All videos are read below one folder, usually a share of a NAS that is mounted on "
                                    "this PC, and the finished packages are written below it."),
                                 this));
    layout->addWidget(m_form);
    layout->addStretch();
    auto* nas = m_form->add_folder("nas_mount_path", tr("&Folder with the videos:"), QStringLiteral("/mnt/nas"));
    m_test = new TestPanel(
        context.services.daemon, "storage.test",
        [nas] {
            return base::Json{{"path", nas->text().toStdString()}};
        },
        tr("&Test reading, writing and renaming"), m_form);
    connect(nas, &QLineEdit::textChanged, m_test, [this] { m_test->forget(); });
    m_form->add_widget(m_test);
    m_form->add_folder("temp_dir", tr("&Staging folder on a local disk:"));
    m_form->add_text("min_free_bytes", tr("&Keep free on both:"), QStringLiteral("2GB"));
    m_form->add_text("low_disk_limit", tr("&Pause when less is free in the staging folder:"), QStringLiteral("500MB"));
}

} // namespace framehand::ui
