// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/source_list.h"

#include "ui/settings/source_titles.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace framehand::ui {

namespace {

constexpr int kSource = Qt::UserRole; ///< of a row: how the file spells it

} // namespace

SourceList::SourceList(SettingsSession& session, SettingNames& names, QWidget* parent)
    : QWidget(parent), m_session(session), m_list(new QListWidget(this)), m_up(new QPushButton(tr("Move &up"), this)),
      m_down(new QPushButton(tr("Move &down"), this)), m_message(make_words({}, this)) {
    const auto label = tr("Take &jobs from:");
    names[kJobSource] = plain_label(label);
    m_list->setObjectName(QString::fromLatin1(kJobSource));
    m_list->setAccessibleName(plain_label(label));
    m_list->setSpacing(2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_message->setObjectName(QStringLiteral("message of ") + QString::fromLatin1(kJobSource));
    for (auto* button : {m_up, m_down}) {
        button->setAccessibleName(plain_label(button->text()));
        button->setAutoDefault(false);
    }
    make_layout(label);
    fill(known_sources());
    connect(m_list, &QListWidget::itemChanged, this, [this] { set_session(); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        enable();
        if (on_choice) {
            on_choice();
        }
    });
    connect(m_up, &QPushButton::clicked, this, [this] { move(Step::Up); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(Step::Down); });
}

void SourceList::make_layout(const QString& label) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    auto* name = new QLabel(label, this);
    name->setBuddy(m_list);
    layout->addWidget(name);
    auto* row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch();
    row->addLayout(buttons);
    layout->addLayout(row);
    layout->addWidget(m_message);
}

void SourceList::fill(const QStringList& order) {
    const auto before = current();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const auto& source : order) {
            auto* item = new QListWidgetItem(source_title(source), m_list);
            item->setData(kSource, source);
            item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Unchecked);
        }
        const auto row = order.indexOf(before);
        m_list->setCurrentRow(static_cast<int>(row < 0 ? 0 : row));
    }
    const int row_height = m_list->sizeHintForRow(0) + 2 * m_list->spacing();
    m_list->setFixedHeight(row_height * m_list->count() + 2 * m_list->frameWidth());
}

QString SourceList::current() const {
    const auto* item = m_list->currentItem();
    return item == nullptr ? QString() : item->data(kSource).toString();
}

void SourceList::choose(const QString& source) {
    if (const auto row = order().indexOf(source); row >= 0) {
        m_list->setCurrentRow(static_cast<int>(row));
    }
}

QStringList SourceList::order() const {
    QStringList sources;
    for (int row = 0; row < m_list->count(); ++row) {
        sources.append(m_list->item(row)->data(kSource).toString());
    }
    return sources;
}

QStringList SourceList::checked_ones() const {
    QStringList sources;
    for (int row = 0; row < m_list->count(); ++row) {
        if (const auto* item = m_list->item(row); item->checkState() == Qt::Checked) {
            sources.append(item->data(kSource).toString());
        }
    }
    return sources;
}

void SourceList::set_session() {
    m_session.set(kJobSource, checked_ones().join(QStringLiteral(", ")));
}

void SourceList::move(Step step) {
    const int from = m_list->currentRow();
    const int to = step == Step::Up ? from - 1 : from + 1;
    if (from < 0 || to < 0 || to >= m_list->count()) {
        return;
    }
    {
        const QSignalBlocker quiet(m_list);
        m_list->insertItem(to, m_list->takeItem(from));
        m_list->setCurrentRow(to);
    }
    enable();
    if (!(step == Step::Up ? m_up : m_down)->isEnabled()) {
        m_list->setFocus(); // a button that is disabled would lose the keyboard
    }
    set_session();
}

void SourceList::enable() {
    const auto& draft = m_session.draft();
    const bool ours = m_session.state() == SettingsSession::State::Ready && draft.find(kJobSource) != nullptr &&
                      draft.lock(kJobSource).isEmpty();
    const int row = m_list->currentRow();
    m_up->setEnabled(ours && row > 0);
    m_down->setEnabled(ours && row >= 0 && row + 1 < m_list->count());
    const QSignalBlocker quiet(m_list);
    for (int each = 0; each < m_list->count(); ++each) {
        auto* item = m_list->item(each);
        item->setFlags(item->flags().setFlag(Qt::ItemIsUserCheckable, ours));
    }
}

bool SourceList::is_in_order(const QStringList& chosen) const {
    if (m_fresh) {
        return order().mid(0, chosen.size()) == chosen;
    }
    QStringList found;
    for (const auto& source : order()) {
        if (chosen.contains(source)) {
            found.append(source);
        }
    }
    return found == chosen;
}

void SourceList::refresh() {
    const auto& draft = m_session.draft();
    m_fresh = m_fresh || m_session.state() == SettingsSession::State::Loading;
    const auto chosen = chosen_sources(draft);
    if (!is_in_order(chosen)) {
        auto others = order();
        for (const auto& source : chosen) {
            others.removeAll(source);
        }
        fill(chosen + others);
    }
    {
        const QSignalBlocker quiet(m_list);
        for (int row = 0; row < m_list->count(); ++row) {
            auto* item = m_list->item(row);
            item->setCheckState(chosen.contains(item->data(kSource).toString()) ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_fresh = m_fresh && m_session.state() != SettingsSession::State::Ready;
    enable();
    const auto message = FieldForm::message(m_session, kJobSource);
    set_text(*m_message, message);
    const auto* field = draft.find(kJobSource);
    m_list->setAccessibleDescription(message.isEmpty() && field != nullptr ? field->help : message);
}

} // namespace framehand::ui
