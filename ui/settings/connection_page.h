// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"
#include "ui/settings/test_panel.h"
#include "ui/settings/token_panel.h"

#include <QCoreApplication>

class QRadioButton;

namespace framehand::ui {

/// Where jobs come from: an orchestrator somewhere, or this PC itself.
class ConnectionPage final : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(ConnectionPage)

public:
    explicit ConnectionPage(PageContext& context);

    [[nodiscard]] QString title() const override { return tr("Connection"); }

    void refresh() override;

    [[nodiscard]] bool has_changes() const override { return m_token->has_changes(); }

    [[nodiscard]] bool has_mistakes() const override { return m_token->has_mistakes(); }

    void apply_to_daemon(std::function<void(const base::Result<AppliedSettings>&)> done) override {
        m_token->apply(orchestrator(), std::move(done));
    }

private:
    [[nodiscard]] bool alone() const;
    /// Its address as it shall be; "" for this PC itself.
    [[nodiscard]] QString orchestrator() const;
    void refresh_sources();

    PageContext& m_context;
    bool m_wants_orchestrator = false; ///< chosen, though no address is typed yet

    // All belong to this widget.
    QRadioButton* m_orchestrator;
    FieldForm* m_remote;
    TestPanel* m_test;
    QRadioButton* m_alone;
    FieldForm* m_own;
    QLabel* m_own_words;
    QLabel* m_elsewhere; ///< jobs come from other sources alone
    FieldForm* m_common;
    TokenPanel* m_token;
    QLabel* m_sources;
};

} // namespace framehand::ui
