// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/secret_field.h"
#include "ui/settings/settings_page.h"

#include <QCoreApplication>

#include <functional>
#include <optional>
#include <string>

class QLabel;

namespace framehand::ui {

/// The access token of an orchestrator. Main thread.
class TokenPanel final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(TokenPanel)

public:
    /// Of the token in what SettingsDialog is told of it.
    static constexpr auto kName = "access_token";

    /// `context` must outlive it.
    explicit TokenPanel(PageContext& context, QWidget* parent = nullptr);

    /// The token is that of this orchestrator, "" for this PC itself: asks what is there of it, unless that is known.
    void look(const QString& orchestrator);
    /// What was typed is lost, and what was known counts no more.
    void forget();

    [[nodiscard]] bool has_changes() const { return m_secret->has_changes(); }

    [[nodiscard]] bool has_mistakes() const { return m_secret->has_mistakes(); }

    /// As SettingsPage::apply_to_daemon(), for look()'s `orchestrator`.
    void apply(const QString& orchestrator, std::function<void(const base::Result<AppliedSettings>&)> done);

private:
    void ask();
    void show_state(const base::Result<base::Json>& answer);
    void refresh();
    [[nodiscard]] std::string key() const;

    PageContext& m_context;
    std::optional<QString> m_orchestrator; ///< asked about
    std::uint64_t m_question = 0;          ///< an answer to an older one is too late

    // All belong to this widget.
    SecretField* m_secret;
    QLabel* m_place;
};

} // namespace framehand::ui
