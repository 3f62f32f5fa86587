// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/appearance_page.h"

#include "ui/language.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace framehand::ui {

AppearancePage::AppearancePage(PageContext& context)
    : m_context(context), m_colours(new QComboBox(this)), m_language(new QComboBox(this)) {
    auto* layout = new QFormLayout(this);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_colours->addItem(tr("As the desktop"), static_cast<int>(Appearance::System));
    m_colours->addItem(tr("Light"), static_cast<int>(Appearance::Light));
    m_colours->addItem(tr("Dark"), static_cast<int>(Appearance::Dark));
    m_colours->setCurrentIndex(m_colours->findData(static_cast<int>(context.services.app.appearance())));
    m_language->addItem(tr("As the system"), QString());
    for (const auto& choice : Language::choices()) {
        m_language->addItem(choice.name, choice.code);
    }
    m_language->setCurrentIndex(std::max(m_language->findData(context.services.app.language()), 0));
    const auto add = [&](const QString& text, QComboBox* box) {
        auto* label = new QLabel(text, this);
        label->setBuddy(box);
        box->setAccessibleName(plain_label(text));
        layout->addRow(label, box);
        connect(box, &QComboBox::activated, this, [this] { m_context.on_page_change(); });
    };
    add(tr("&Colours:"), m_colours);
    add(tr("&Language:"), m_language);
    layout->addRow(make_words(tr("Another language is shown from the next start of the app on."), this));
}

bool AppearancePage::has_changes() const {
    const auto& app = m_context.services.app;
    return m_colours->currentData().toInt() != static_cast<int>(app.appearance()) ||
           m_language->currentIndex() != std::max(m_language->findData(app.language()), 0);
}

base::Status AppearancePage::apply() {
    auto& app = m_context.services.app;
    app.set_appearance(static_cast<Appearance>(m_colours->currentData().toInt()));
    app.set_language(m_language->currentData().toString());
    m_context.services.appearance_changed();
    return {};
}

} // namespace framehand::ui
