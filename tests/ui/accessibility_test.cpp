// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_services.h"
#include "tests/ui/recorded_commands.h"
#include "ui/first_run/first_run_wizard.h"
#include "ui/main_window.h"
#include "ui/settings/program_picker.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/source_panel.h"
#include "ui/week_grid_widget.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <gtest/gtest.h>

#include <set>

namespace framehand::ui {
namespace {

/// What a person does something with; parts of other controls (a spin box's own line) are none.
bool is_interactive(const QWidget* widget) {
    if (qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) != nullptr ||
        qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr ||
        qobject_cast<const QAbstractItemView*>(widget->parentWidget()) != nullptr) {
        return false;
    }
    for (const auto* above = widget->parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (above->inherits("QComboBoxPrivateContainer") || above->inherits("QHeaderView") ||
            above->inherits("QLineEdit") || above->inherits("QMenuBar")) {
            return false;
        }
    }
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
           dynamic_cast<const WeekGridWidget*>(widget) != nullptr;
}

std::string about(const QWidget* widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return std::string(widget->metaObject()->className()) + " \"" + widget->objectName().toStdString() + "\" " +
           (button != nullptr ? button->text().toStdString() : "");
}

std::string name_of(QWidget* widget) {
    auto* interface = QAccessible::queryAccessibleInterface(widget);
    return interface == nullptr ? std::string() : interface->text(QAccessible::Name).toStdString();
}

/// Each has a name for screen readers, can be focused, and lies in the round of the Tab key.
void expect_accessible(QWidget& window) {
    std::set<const QWidget*> round;
    for (const QWidget* widget = window.nextInFocusChain(); widget != &window && !round.contains(widget);
         widget = widget->nextInFocusChain()) {
        round.insert(widget);
    }
    int seen = 0;
    for (auto* widget : window.findChildren<QWidget*>()) {
        if (!is_interactive(widget) || widget->window() != &window) {
            continue;
        }
        ++seen;
        EXPECT_FALSE(name_of(widget).empty()) << about(widget) << " has no name";
        EXPECT_TRUE(widget->focusPolicy() & Qt::TabFocus) << about(widget) << " cannot be reached with Tab";
        EXPECT_TRUE(round.contains(widget)) << about(widget) << " lies outside of the round";
    }
    EXPECT_GT(seen, 2);
}

/// Of the job sources one is shown at a time.
bool is_put_away(const QWidget* widget) {
    for (const auto* above = widget; above != nullptr; above = above->parentWidget()) {
        if (above->isHidden() && (dynamic_cast<const SourcePanel*>(above) != nullptr ||
                                  above->objectName() == QStringLiteral("orchestrator source"))) {
            return true;
        }
    }
    return false;
}

/// A letter with Alt goes to one place only.
void expect_no_mnemonic_twice(const QWidget& page, const QStringList& beside = {}) {
    std::map<QString, std::string> taken;
    const auto take = [&](const QString& text, const std::string& who) {
        const auto key = QKeySequence::mnemonic(text).toString();
        if (!key.isEmpty()) {
            const auto [found, fresh] = taken.emplace(key, who);
            EXPECT_TRUE(fresh) << key.toStdString() << " goes to " << found->second << " and to " << who;
        }
    };
    for (const auto& text : beside) {
        take(text, text.toStdString());
    }
    for (const auto* button : page.findChildren<QAbstractButton*>()) {
        if (is_put_away(button)) {
            continue;
        }
        take(button->text(), button->text().toStdString());
    }
    for (const auto* label : page.findChildren<QLabel*>()) {
        if (label->buddy() != nullptr && !is_put_away(label)) {
            take(label->text(), label->text().toStdString());
        }
    }
}

class AccessibilityTest : public testing::Test {
protected:
    AccessibilityTest() { fake.service.state->installed = true; }

    test::FakeServices fake{"nas_mount_path: /mnt/nas\n"};
};

TEST_F(AccessibilityTest, AllOfTheSettingsDialogIsNamedAndReachedByTab) {
    SettingsDialog dialog(fake.services);
    dialog.open_anew();
    fake.settle();
    expect_accessible(dialog);
    for (const auto* page : dialog.pages()) {
        SCOPED_TRACE(page->title().toStdString());
        expect_no_mnemonic_twice(*page, {QStringLiteral("&Apply")});
    }
}

TEST_F(AccessibilityTest, EachJobSourceHasItsOwnKeysBesideTheObjectStorage) {
    test::FakeServices with_storage("nas_mount_path: /mnt/nas\njob_source: celery\n");
    SettingsDialog dialog(with_storage.services);
    dialog.open_anew();
    with_storage.settle();
    auto* list = dialog.findChild<QListWidget*>(QStringLiteral("job_source"));
    ASSERT_EQ(list->count(), 5);
    for (int row = 0; row < list->count(); ++row) {
        SCOPED_TRACE(list->item(row)->text().toStdString());
        list->setCurrentRow(row);
        expect_no_mnemonic_twice(*dialog.pages().at(1), {QStringLiteral("&Apply")});
    }
}

TEST_F(AccessibilityTest, AllOfTheFirstSetupIsNamedAndReachedByTab) {
    FirstRunWizard wizard(fake.services, {QStringLiteral("/mnt/nas")});
    wizard.show();
    fake.answer_settings();
    expect_accessible(wizard);
    for (const int id : wizard.pageIds()) {
        SCOPED_TRACE(wizard.page(id)->title().toStdString());
        expect_no_mnemonic_twice(*wizard.page(id),
                                 {wizard.buttonText(QWizard::BackButton), wizard.buttonText(QWizard::NextButton)});
    }
}

TEST_F(AccessibilityTest, AllOfTheProgramPickerIsNamedAndReachedByTab) {
    ProgramPicker picker(fake.programs.own(), {});
    picker.show();
    expect_accessible(picker);
}

TEST_F(AccessibilityTest, AllOfTheWindowIsNamedAndReachedByTab) {
    test::RecordedCommands recorded;
    MainWindow window(recorded.commands, fake.daemon);
    window.show();
    expect_accessible(window);
}

} // namespace
} // namespace framehand::ui
