// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/orchestrator_page.h"

#include "core/settings/value_text.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace framehand::ui {

OrchestratorPage::OrchestratorPage(FirstRun& run)
    : FirstRunPage(run), m_alone(new QRadioButton(tr("&This PC alone: it hands out its jobs itself"), this)),
      m_remote(new QRadioButton(tr("An &orchestrator in the network"), this)), m_url(new QLineEdit(this)),
      m_test(nullptr) {
    setTitle(tr("Where do the jobs come from?"));
    setSubTitle(tr("An orchestrator hands out jobs to many PCs. If you have none, this PC does it for itself."));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_alone);
    layout->addWidget(m_remote);
    auto* label = new QLabel(tr("&Address:"), this);
    label->setBuddy(m_url);
    m_url->setAccessibleName(plain_label(label->text()));
    m_url->setPlaceholderText(QStringLiteral("http://server:8787"));
    layout->addWidget(label);
    layout->addWidget(m_url);
    m_test = new TestPanel(
        run.services().daemon, "orchestrator.test",
        [this] {
            return base::Json{{"url", m_url->text().trimmed().toStdString()}};
        },
        tr("T&est the connection"), this);
    layout->addWidget(m_test);
    layout->addStretch();
    for (auto* choice : {m_alone, m_remote}) {
        choice->setAccessibleName(plain_label(choice->text()));
        connect(choice, &QRadioButton::toggled, this, [this] { changed(); });
    }
    connect(m_url, &QLineEdit::textChanged, this, [this] {
        m_test->forget();
        changed();
    });
}

void OrchestratorPage::initializePage() {
    const auto url = m_run.choices.orchestrator_url;
    (url.isEmpty() ? m_alone : m_remote)->setChecked(true);
    m_url->setText(url);
    changed();
}

void OrchestratorPage::changed() {
    const bool remote = m_remote->isChecked();
    m_url->setEnabled(remote);
    m_test->setEnabled(remote);
    m_run.choices.orchestrator_url = remote ? m_url->text().trimmed() : QString();
    Q_EMIT completeChanged();
}

bool OrchestratorPage::isComplete() const {
    return m_alone->isChecked() || settings::read_http_url(m_url->text().trimmed().toStdString()).has_value();
}

} // namespace framehand::ui
