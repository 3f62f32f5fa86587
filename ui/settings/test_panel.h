// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/daemon_call.h"
#include "ui/settings/check_list.h"

#include <QPushButton>

#include <functional>
#include <optional>

namespace framehand::ui {

/// A button that lets the daemon try something, and what it found.
class TestPanel final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(TestPanel)

public:
    /// `params` gives what is to be tried. `daemon` must outlive it.
    TestPanel(DaemonCall& daemon, std::string method, std::function<base::Json()> params, const QString& button,
              QWidget* parent = nullptr);

    void run();
    /// What was found no longer counts, as something else is to be tried.
    void forget();

    [[nodiscard]] QPushButton& button() { return *m_button; }

    [[nodiscard]] const CheckList& list() const { return *m_list; }

    /// Whether the last test went well; none before its end.
    [[nodiscard]] std::optional<bool> ok() const { return m_ok; }

    /// After each end of a test, and when it is forgotten. May be empty.
    std::function<void()> on_result;

private:
    void finish(const base::Result<base::Json>& answer);

    DaemonCall& m_daemon;
    const std::string m_method;
    const std::function<base::Json()> m_params;
    QPushButton* m_button;
    CheckList* m_list;
    std::optional<bool> m_ok;
    bool m_runs = false;
    std::uint64_t m_run = 0; ///< an answer to an older one is too late
};

} // namespace framehand::ui
