// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"

#include <QCoreApplication>

#include <functional>
#include <optional>
#include <string>

class QLabel;
class QLineEdit;
class QPushButton;

namespace framehand::ui {

/// The access token of an orchestrator: what is there, another one, or none. It is kept by the daemon in a file, and
/// for the person in the keychain, from where a new daemon can have it again. Main thread.
class TokenPanel final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(TokenPanel)

public:
    /// Of the token in what SettingsDialog is told of it.
    static constexpr auto kName = "access_token";
    /// Under which keychains list it.
    static constexpr auto kService = "Framehand";

    /// `context` must outlive it.
    explicit TokenPanel(PageContext& context, QWidget* parent = nullptr);

    /// The token is that of this orchestrator, "" for this PC itself: asks what is there of it, unless that is known.
    void look(const QString& orchestrator);
    /// What was typed is lost, and what was known counts no more.
    void forget();

    [[nodiscard]] bool has_changes() const;

    [[nodiscard]] bool has_mistakes() const { return m_mistaken; }

    /// As SettingsPage::apply_to_daemon(), for look()'s `orchestrator`.
    void apply(const QString& orchestrator, std::function<void(const base::Result<AppliedSettings>&)> done);

private:
    enum class Known { Nothing, None, File, Credential, Unsupported };

    void make_layout();
    [[nodiscard]] static QString trimmed(QString orchestrator);
    void ask();
    void show_state(const base::Result<base::Json>& answer);
    void offer_from_keychain();
    void take_from_keychain();
    void changed();
    void refresh();
    void applied(const std::optional<base::Secret>& token,
                 const std::function<void(const base::Result<AppliedSettings>&)>& done);
    [[nodiscard]] ports::SecretStore::Name name() const;
    [[nodiscard]] QString words() const;

    PageContext& m_context;
    std::optional<QString> m_orchestrator; ///< asked about
    Known m_known = Known::Nothing;
    bool m_mistaken = false;
    std::uint64_t m_question = 0; ///< an answer to an older one is too late

    // All belong to this widget.
    QLabel* m_label;
    QLineEdit* m_edit;
    QPushButton* m_show;
    QPushButton* m_remove; ///< pressed: with Apply
    QLabel* m_message;
    QLabel* m_state;
    QPushButton* m_offer;
    QLabel* m_place;
    QLabel* m_outcome;
};

} // namespace framehand::ui
