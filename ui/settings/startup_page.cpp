// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/startup_page.h"

#include "ui/settings/service_panel.h"

#include <QCheckBox>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace framehand::ui {

StartupPage::StartupPage(PageContext& context)
    : m_context(context), m_starts(false),
      m_login(new QCheckBox(tr("&Start Framehand in the tray when I log in"), this)),
      m_login_problem(make_words({}, this)) {
    auto* layout = new QVBoxLayout(this);
    auto* app = new QGroupBox(tr("The app"), this);
    auto* app_layout = new QVBoxLayout(app);
    const auto& login = context.services.login_start;
    if (const auto enabled = login.enabled()) {
        m_starts = *enabled;
        m_login_problem->hide();
    } else {
        m_login_problem->setText(QString::fromStdString(enabled.error().text()));
    }
    m_login->setAccessibleName(plain_label(m_login->text()));
    m_login->setChecked(m_starts);
    connect(m_login, &QCheckBox::clicked, this, [this] { m_context.on_page_change(); });
    app_layout->addWidget(m_login);
    app_layout->addWidget(
        make_words(tr("The icon appears in the tray, and the app starts the daemon, which does the "
                      "work, unless one runs already. Both end when you log out. This is written in %1")
                       .arg(QString::fromStdString(login.place().string())),
                   app));
    app_layout->addWidget(m_login_problem);
    layout->addWidget(app);
    auto* service = new QGroupBox(tr("The daemon as a background service"), this);
    auto* service_layout = new QVBoxLayout(service);
    service_layout->addWidget(new ServicePanel(context.services, service));
    layout->addWidget(service);
    auto* again = new QPushButton(tr("Open the first set&up again..."), this);
    again->setAccessibleName(plain_label(again->text()));
    again->setAutoDefault(false);
    connect(again, &QPushButton::clicked, this, [this] { m_context.services.open_first_run(); });
    layout->addWidget(again, 0, Qt::AlignLeading);
    layout->addStretch();
}

bool StartupPage::has_changes() const {
    return m_login->isChecked() != m_starts;
}

base::Status StartupPage::apply() {
    auto& login = m_context.services.login_start;
    if (has_changes()) {
        FH_TRY(m_login->isChecked() ? login.enable() : login.disable());
        m_starts = m_login->isChecked();
    }
    return {};
}

} // namespace framehand::ui
