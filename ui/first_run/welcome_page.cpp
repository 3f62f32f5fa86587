// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/welcome_page.h"

#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace framehand::ui {

using Health = CheckLine::Health;

WelcomePage::WelcomePage(FirstRun& run, QStringList shares)
    : FirstRunPage(run), m_shares(std::move(shares)), m_found(new CheckList(this)) {
    setTitle(tr("Welcome to Framehand"));
    setSubTitle(tr("A few questions, and this PC turns videos into streams. Nothing is changed before you have seen a "
                   "list of all changes."));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(make_words(tr("This was found:"), this));
    layout->addWidget(m_found);
    layout->addStretch();
    refresh();
}

bool WelcomePage::isComplete() const {
    return m_run.session().state() == SettingsSession::State::Ready;
}

void WelcomePage::refresh() {
    using State = SettingsSession::State;
    const auto state = m_run.session().state();
    std::vector<CheckLine> lines;
    const auto daemon = tr("Daemon, which does the work");
    if (state == State::Loading) {
        lines.push_back({daemon, Health::Warn, tr("it is being started"), {}});
    } else if (state == State::Unavailable) {
        lines.push_back({daemon, Health::Fail, m_run.session().problem(), {}});
    } else {
        lines.push_back({daemon, Health::Ok, tr("it runs"), {}});
        const auto& path = m_run.session().draft().config_path();
        lines.push_back({tr("Settings file"),
                         Health::Ok,
                         QFileInfo::exists(path) ? tr("%1 is there and is changed, line by line").arg(path)
                                                 : tr("%1 is made new").arg(path),
                         {}});
    }
    lines.push_back({tr("Shares of other machines"),
                     m_shares.isEmpty() ? Health::Warn : Health::Ok,
                     m_shares.isEmpty() ? tr("none is mounted on this PC") : m_shares.join(QStringLiteral(", ")),
                     {}});
    m_found->show_lines(lines);
    Q_EMIT completeChanged();
}

} // namespace framehand::ui
