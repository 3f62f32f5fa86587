// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/source_secrets.h"
#include "ui/settings/secret_field.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/test_panel.h"

#include <QCoreApplication>
#include <QGroupBox>

#include <map>
#include <string>
#include <vector>

namespace framehand::ui {

/// What a daemon has of its secrets, by their names.
struct HeldSecrets {
    struct Each {
        SecretField::Held held = SecretField::Held::Unsupported;
        QString problem;
    };

    std::map<std::string, Each> secrets;

    /// Of the answer of secrets.list; what it does not tell is not supported.
    [[nodiscard]] static HeldSecrets from(const base::Json& answer);
    [[nodiscard]] Each of(const std::string& name) const;
};

/// One source of jobs, or the object storage: its settings, its secrets, and a test of them. Main thread.
class SourcePanel final : public QGroupBox {
    Q_DECLARE_TR_FUNCTIONS(SourcePanel)

public:
    /// `source` is what sources.test calls it; `words` say what it is. `context` must outlive it.
    SourcePanel(PageContext& context, std::string source, const QString& title, const QString& words, QWidget* parent);

    [[nodiscard]] const std::string& source() const { return m_source; }

    /// For its settings.
    [[nodiscard]] FieldForm& form() { return *m_form; }

    /// The setting `address` says where it is a secret of.
    void add_secret(settings::SourceSecret secret, const QString& label, const std::string& address);
    /// Comes last. `rest`: how the names of its settings begin that it has no field for; "" if it has all.
    void add_test(const QString& button, const QString& rest);

    [[nodiscard]] const std::vector<SecretField*>& secrets() const { return m_secrets; }

    /// Whether it has the editor of a setting or secret.
    [[nodiscard]] bool has(const std::string& name) const;

    /// Whether its settings count: where not, that is said, and the keychain is left alone.
    void set_in_use(bool in_use);

    /// Whether this daemon can test it; where not, that is said.
    void set_testable(bool testable);

    /// What the daemon has. Once the settings are read.
    void show_secrets(const HeldSecrets& held);
    void forget_secrets();
    /// Shows the draft as it is now.
    void refresh();

    /// Under which name the keychain has it, for the address in the draft; "" where there is none.
    [[nodiscard]] std::string key_of(const SecretField& secret) const;

private:
    [[nodiscard]] base::Json settings() const;
    [[nodiscard]] base::Json params() const;
    void set_keys();

    PageContext& m_context;
    const std::string m_source;
    std::map<std::string, std::string> m_addresses; ///< of secrets: name -> setting
    std::vector<SecretField*> m_secrets;
    bool m_in_use = false;
    base::Json m_tested; ///< the settings that the shown result is of

    // All belong to this widget.
    QLabel* m_unused;
    FieldForm* m_form;
    QLabel* m_cannot_test;
    TestPanel* m_test = nullptr;
};

} // namespace framehand::ui
