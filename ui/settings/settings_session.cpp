// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_session.h"

#include "ui/json_view.h"

#include <utility>

namespace framehand::ui {

using base::Json;

namespace {

QStringList keys_in(const Json& answer, const char* member) {
    QStringList keys;
    if (answer.is_object() && answer.contains(member) && answer[member].is_array()) {
        for (const auto& key : answer[member]) {
            if (key.is_string()) {
                keys.append(QString::fromStdString(key.get<std::string>()));
            }
        }
    }
    return keys;
}

AppliedSettings applied_in(const Json& answer) {
    AppliedSettings applied{keys_in(answer, "at_once"), keys_in(answer, "next_job"), keys_in(answer, "restart"), {}};
    if (answer.is_object() && answer.contains("overridden") && answer["overridden"].is_object()) {
        for (const auto& item : answer["overridden"].items()) {
            applied.overridden[item.key()] = json_view::any_text(answer["overridden"], item.key().c_str());
        }
    }
    return applied;
}

} // namespace

SettingsSession::SettingsSession(DaemonCall& daemon, ports::Timers& timers) : m_daemon(daemon), m_timers(timers) {
}

void SettingsSession::load() {
    m_state = State::Loading;
    m_problem.clear();
    changed();
    describe([this] { changed(); });
}

void SettingsSession::describe(std::function<void()> then) {
    m_check.reset();
    ++m_revision;
    m_daemon.call("settings.describe", Json::object(), m_receiver,
                  [this, then = std::move(then)](const base::Result<Json>& answer) {
                      auto draft = answer ? SettingsDraft::from(*answer)
                                          : base::Result<SettingsDraft>(base::Error(answer.error()));
                      if (draft) {
                          m_draft = std::move(*draft);
                          m_state = State::Ready;
                      } else {
                          m_draft = {};
                          m_state = State::Unavailable;
                          m_problem = QString::fromStdString(draft.error().text());
                      }
                      then();
                  });
}

void SettingsSession::set(const std::string& key, const QString& value) {
    if (m_draft.value(key) == value) {
        return;
    }
    m_draft.set(key, value);
    check_soon();
}

void SettingsSession::reset(const std::string& key) {
    m_draft.reset(key);
    check_soon();
}

void SettingsSession::check_soon() {
    ++m_revision;
    m_problem.clear();
    m_check = m_timers.after(kCheckDelay, [this] { check(); });
    changed();
}

void SettingsSession::check() {
    m_check.reset();
    m_daemon.call("settings.check", {{"values", m_draft.changes()}}, m_receiver,
                  [this, revision = m_revision](const base::Result<Json>& answer) {
                      if (revision != m_revision) {
                          return;
                      }
                      if (answer) {
                          m_draft.set_mistakes(answer->is_object() ? answer->value("mistakes", Json::object())
                                                                   : Json::object());
                      } else {
                          m_problem = QString::fromStdString(answer.error().text());
                      }
                      changed();
                  });
}

bool SettingsSession::can_apply() const {
    return m_state == State::Ready && m_draft.is_changed() && !m_draft.has_mistakes();
}

void SettingsSession::apply(std::function<void(const base::Result<AppliedSettings>&)> done) {
    m_state = State::Applying;
    m_problem.clear();
    m_check.reset();
    changed();
    m_daemon.call("settings.set", {{"values", m_draft.changes()}}, m_receiver,
                  [this, done = std::move(done)](const base::Result<Json>& answer) {
                      if (!answer) {
                          m_state = State::Ready;
                          m_problem = QString::fromStdString(answer.error().text());
                          check(); // says at each field what is wrong
                          changed();
                          done(base::Error(answer.error()));
                          return;
                      }
                      describe([this, done, applied = applied_in(*answer)] {
                          changed();
                          done(applied);
                      });
                  });
}

void SettingsSession::changed() const {
    if (on_change) {
        on_change();
    }
}

} // namespace framehand::ui
