// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_page.h"
#include "ui/settings/source_panel.h"

#include <QCoreApplication>

#include <functional>
#include <vector>

class QPushButton;

namespace framehand::ui {

class SourceList;

/// Where jobs come from besides an orchestrator: which sources, in which order, and the settings of each.
class JobSourcesPage final : public SettingsPage {
    Q_DECLARE_TR_FUNCTIONS(JobSourcesPage)

public:
    explicit JobSourcesPage(PageContext& context);

    [[nodiscard]] QString title() const override { return tr("Job sources"); }

    void refresh() override;
    void reveal(const std::string& key) override;

    [[nodiscard]] bool has_changes() const override;
    [[nodiscard]] bool has_mistakes() const override;

    void apply_to_daemon(std::function<void(const base::Result<AppliedSettings>&)> done) override;

private:
    using Done = std::function<void(const base::Result<AppliedSettings>&)>;

    [[nodiscard]] QWidget* make_orchestrator();
    /// Of the checked ones that have settings here.
    void choose_first();
    void look();
    void show_answer(const base::Result<base::Json>& answer);
    void show_panels();
    [[nodiscard]] bool needs_storage() const;
    void apply_next(Done done);

    PageContext& m_context;
    bool m_asked = false;         ///< for the secrets
    bool m_wants_storage = false; ///< asked for by the person
    std::uint64_t m_question = 0; ///< an answer to an older one is too late
    AppliedSettings m_applied;    ///< secrets that were taken up and not told of yet

    // All belong to this widget.
    SourceList* m_list;
    QWidget* m_orchestrator;
    std::vector<SourcePanel*> m_panels; ///< the object storage comes last
    QPushButton* m_set_storage;
    QLabel* m_problem;
    QLabel* m_place;
};

} // namespace framehand::ui
