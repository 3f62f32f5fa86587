// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/nas_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace framehand::ui {

NasPage::NasPage(FirstRun& run, const QStringList& shares)
    : FirstRunPage(run), m_folder(new QComboBox(this)), m_test(nullptr),
      m_anyway(new QCheckBox(tr("&Use this folder all the same"), this)) {
    setTitle(tr("Where are the videos?"));
    setSubTitle(tr("All videos are read below one folder, and the finished packages are written below it: usually a "
                   "share of a NAS that is mounted on this PC."));
    auto* layout = new QVBoxLayout(this);
    auto* label = new QLabel(tr("&Folder:"), this);
    label->setBuddy(m_folder);
    layout->addWidget(label);
    auto* line = new QHBoxLayout;
    m_folder->setEditable(true);
    m_folder->addItems(shares);
    m_folder->setCurrentText({});
    m_folder->setAccessibleName(plain_label(label->text()));
    line->addWidget(m_folder, 1);
    auto* choose = new QPushButton(tr("&Choose..."), this);
    choose->setAccessibleName(tr("Choose the folder"));
    line->addWidget(choose);
    layout->addLayout(line);
    m_test = new TestPanel(
        run.services().daemon, "storage.test",
        [this] {
            return base::Json{{"path", m_folder->currentText().toStdString()}};
        },
        tr("&Test reading, writing and renaming"), this);
    layout->addWidget(m_test);
    m_anyway->setAccessibleName(plain_label(m_anyway->text()));
    m_anyway->hide();
    layout->addWidget(m_anyway);
    layout->addStretch();
    m_test->on_result = [this] { changed(); };
    connect(m_folder, &QComboBox::currentTextChanged, m_test, [this] { m_test->forget(); });
    connect(m_anyway, &QCheckBox::toggled, this, [this] { changed(); });
    connect(choose, &QPushButton::clicked, this, [this] {
        const auto folder =
            QFileDialog::getExistingDirectory(this, tr("Where are the videos?"), m_folder->currentText());
        if (!folder.isEmpty()) {
            m_folder->setCurrentText(folder);
        }
    });
}

void NasPage::initializePage() {
    m_folder->setCurrentText(m_run.choices.nas_folder);
    changed();
}

void NasPage::changed() {
    const bool failed = m_test->ok() == false;
    m_anyway->setVisible(failed);
    m_test->button().setEnabled(!m_folder->currentText().isEmpty());
    m_run.choices.nas_folder = m_folder->currentText();
    Q_EMIT completeChanged();
}

bool NasPage::isComplete() const {
    return !m_folder->currentText().isEmpty() &&
           (m_test->ok() == true || (m_test->ok() == false && m_anyway->isChecked()));
}

} // namespace framehand::ui
