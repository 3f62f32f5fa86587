// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/secret.h"
#include "ui/settings/settings_page.h"

#include <QCoreApplication>

#include <functional>
#include <optional>
#include <string>

class QLabel;
class QLineEdit;
class QPushButton;

namespace framehand::ui {

/// A secret that the daemon keeps in a file: what is there, another one, or none. For the person it is kept in the
/// keychain, too, from where a new daemon can have it again. What is kept is never shown. Main thread.
class SecretField final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(SecretField)

public:
    /// Under which keychains list it.
    static constexpr auto kService = "Framehand";

    /// Where the daemon has it from.
    enum class Held { Unknown, None, File, Credential, Environment, Unsupported };

    struct Kind {
        std::string name; ///< of its editor, and of the secret in what SettingsDialog is told
        QString label;    ///< what it is called, perhaps with a mnemonic
        /// The daemon's method that keeps it: `params` with the secret, or null for none, as `member`.
        std::string method;
        base::Json params;
        std::string member;
        /// What is wrong with a text that was typed, "" for nothing.
        std::function<QString(const QString& text)> mistake;
    };

    /// `context` must outlive it.
    SecretField(PageContext& context, Kind kind, QWidget* parent);

    [[nodiscard]] const std::string& name() const { return m_kind.name; }

    /// For a row of its own: it has no label in itself.
    [[nodiscard]] QLineEdit& edit() { return *m_edit; }

    /// Where the keychain has it: it names the address that it is for. Without one, the keychain is left alone.
    void set_key(const std::string& key);
    /// What the daemon says; a problem is a sentence on what it has. What is missing is offered from the keychain.
    void set_held(Held held, const QString& problem = {});
    /// What was typed is lost, and what was known counts no more.
    void forget();

    /// To be tried before it is kept; none if nothing was typed.
    [[nodiscard]] std::optional<base::Secret> typed() const;

    [[nodiscard]] bool has_changes() const;

    [[nodiscard]] bool has_mistakes() const { return m_mistaken; }

    /// As SettingsPage::apply_to_daemon(); `key` as for set_key().
    void apply(const std::string& key, std::function<void(const base::Result<AppliedSettings>&)> done);

    /// After each change of what was typed. May be empty.
    std::function<void()> on_edit;

private:
    void make_layout();
    void offer_from_keychain();
    void take_from_keychain();
    void changed();
    void refresh();
    void keep(const std::optional<base::Secret>& secret,
              const std::function<void(const base::Result<AppliedSettings>&)>& done);
    void applied(const std::optional<base::Secret>& secret,
                 const std::function<void(const base::Result<AppliedSettings>&)>& done);
    void say(const QString& words);
    [[nodiscard]] QString words() const;

    PageContext& m_context;
    const Kind m_kind;
    std::string m_key;
    Held m_held = Held::Unknown;
    QString m_problem;
    bool m_mistaken = false;
    std::uint64_t m_question = 0; ///< an answer to an older one is too late

    // All belong to this widget.
    QLineEdit* m_edit;
    QPushButton* m_show;
    QPushButton* m_remove; ///< pressed: with Apply
    QLabel* m_message;
    QLabel* m_state;
    QPushButton* m_offer;
    QLabel* m_outcome;
};

} // namespace framehand::ui
