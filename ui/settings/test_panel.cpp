// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/test_panel.h"

#include "ui/settings/field_form.h"

#include <QVBoxLayout>

#include <utility>

namespace framehand::ui {

TestPanel::TestPanel(DaemonCall& daemon, std::string method, std::function<base::Json()> params, const QString& button,
                     QWidget* parent)
    : QWidget(parent), m_daemon(daemon), m_method(std::move(method)), m_params(std::move(params)),
      m_button(new QPushButton(button, this)), m_list(new CheckList(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_button, 0, Qt::AlignLeading);
    layout->addWidget(m_list);
    m_button->setAccessibleName(plain_label(button));
    m_button->setAutoDefault(false);
    connect(m_button, &QPushButton::clicked, this, [this] { run(); });
}

void TestPanel::run() {
    // A button that is disabled would lose the keyboard.
    if (std::exchange(m_runs, true)) {
        return;
    }
    m_ok.reset();
    m_list->show_words(tr("Testing..."));
    m_daemon.call(
        m_method, m_params(), *this,
        [this, run = ++m_run](const base::Result<base::Json>& answer) {
            if (run == m_run) {
                finish(answer);
            }
        },
        DaemonCall::kLong);
}

void TestPanel::forget() {
    ++m_run;
    m_runs = false;
    m_ok.reset();
    m_list->show_words({});
    if (on_result) {
        on_result();
    }
}

void TestPanel::finish(const base::Result<base::Json>& answer) {
    m_runs = false;
    if (answer) {
        m_ok = answer->is_object() && answer->contains("ok") && (*answer)["ok"] == true;
        m_list->show_lines(check_lines(*answer));
    } else {
        m_ok = false;
        m_list->show_words(QString::fromStdString(answer.error().text()));
    }
    if (on_result) {
        on_result();
    }
}

} // namespace framehand::ui
