// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/advanced_page.h"

#include "ui/settings/settings_table.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

namespace framehand::ui {

namespace {

/// What is typed stays, although other values of the table change meanwhile.
class ValueDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override {
        auto* editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (editor != nullptr) {
            editor->setAccessibleName(index.siblingAtColumn(SettingsTable::Key).data().toString());
        }
        return editor;
    }

    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        constexpr auto kFilled = "filled";
        if (!editor->property(kFilled).toBool()) {
            QStyledItemDelegate::setEditorData(editor, index);
            editor->setProperty(kFilled, true);
        }
    }
};

} // namespace

AdvancedPage::AdvancedPage(PageContext& context)
    : m_context(context), m_table(new SettingsTable(context.session, this)), m_found(new QSortFilterProxyModel(this)),
      m_view(new QTableView(this)), m_search(new QLineEdit(this)), m_words(make_words({}, this)),
      m_reset(new QPushButton(tr("Back to the &default"), this)), m_file(make_words({}, this)) {
    auto* layout = new QVBoxLayout(this);
    auto* label = new QLabel(tr("&Search:"), this);
    label->setBuddy(m_search);
    m_search->setAccessibleName(plain_label(label->text()));
    m_search->setClearButtonEnabled(true);
    auto* line = new QFormLayout;
    line->addRow(label, m_search);
    layout->addLayout(line);

    m_found->setSourceModel(m_table);
    m_found->setFilterKeyColumn(-1);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_found);
    m_view->setItemDelegate(new ValueDelegate(m_view));
    m_view->setAccessibleName(tr("Other settings"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setAlternatingRowColors(true);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setMaximumSectionSize(fontMetrics().averageCharWidth() * 32);
    m_view->setMinimumHeight(fontMetrics().height() * 12);
    layout->addWidget(m_view, 1);
    m_words->setAccessibleDescription(tr("What the chosen setting may be"));
    layout->addWidget(m_words);
    m_reset->setAccessibleName(plain_label(m_reset->text()));
    m_reset->setAutoDefault(false);
    layout->addWidget(m_reset, 0, Qt::AlignLeading);
    layout->addWidget(m_file);

    connect(m_search, &QLineEdit::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { show_chosen(); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_context.session.reset(chosen()); });
}

void AdvancedPage::show_setting(const std::string& key) {
    m_search->clear();
    const auto& keys = m_table->keys();
    const auto row = std::ranges::find(keys, key) - keys.begin();
    m_view->setCurrentIndex(m_found->mapFromSource(m_table->index(static_cast<int>(row), SettingsTable::Value)));
    m_view->setFocus();
}

std::string AdvancedPage::chosen() const {
    const auto index = m_found->mapToSource(m_view->currentIndex());
    return index.isValid() ? m_table->keys()[static_cast<std::size_t>(index.row())] : std::string();
}

void AdvancedPage::refresh() {
    const auto& draft = m_context.session.draft();
    std::vector<std::string> keys;
    for (const auto& field : draft.fields()) {
        if (!m_context.names.contains(field.key)) {
            keys.push_back(field.key);
        }
    }
    if (keys != m_table->keys()) {
        m_table->set_keys(std::move(keys));
        m_view->resizeColumnsToContents();
    } else {
        m_table->refresh();
    }
    m_file->setText(draft.config_path().isEmpty() ? QString() : tr("Settings file: %1").arg(draft.config_path()));
    show_chosen();
}

void AdvancedPage::show_chosen() {
    const auto& draft = m_context.session.draft();
    const auto key = chosen();
    const auto* field = draft.find(key);
    m_reset->setEnabled(field != nullptr && draft.lock(key).isEmpty() && draft.value(key) != field->standard);
    if (field == nullptr) {
        m_words->setText(tr("Choose a setting to see what it may be. A double click or F2 changes its value."));
    } else if (const auto lock = draft.lock(key); !lock.isEmpty()) {
        m_words->setText(tr("Decided by %1, which goes before the settings file.").arg(lock));
    } else if (const auto mistake = draft.mistake(key); !mistake.isEmpty()) {
        m_words->setText(QChar(0x26a0) + QLatin1Char(' ') + mistake);
    } else {
        m_words->setText(tr("%1. Expected: %2.").arg(field->help, field->expects));
    }
}

} // namespace framehand::ui
