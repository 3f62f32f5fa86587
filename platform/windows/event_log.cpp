// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/windows/event_log.h"

#include "core/base/text.h"
#include "platform/windows/registry_key.h"
#include "platform/windows/wide_text.h"

namespace framehand::platform {

namespace {

constexpr auto kSource = L"Framehand";
constexpr auto kSourceKey = L"SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\Framehand";
/// A file of Windows whose texts 1 to 1000 are "%1": ours needs none of its own.
constexpr auto kMessages = "%SystemRoot%\\System32\\EventCreate.exe";
constexpr std::size_t kMostBytes = 30'000; ///< Windows refuses more than 31'839 characters

struct Kind {
    WORD type;
    DWORD id;
};

Kind kind_of(base::LogLevel level) {
    switch (level) {
    case base::LogLevel::Error:
        return {EVENTLOG_ERROR_TYPE, 3};
    case base::LogLevel::Warning:
        return {EVENTLOG_WARNING_TYPE, 2};
    case base::LogLevel::Info:
    case base::LogLevel::Debug:
        break;
    }
    return {EVENTLOG_INFORMATION_TYPE, 1};
}

} // namespace

std::string event_text(const base::LogRecord& record) {
    std::string text = record.message;
    for (const auto& [key, value] : record.fields) {
        text += "\r\n" + key + ": " + value;
    }
    return base::shortened(text, kMostBytes);
}

EventLogSink::EventLogSink(base::LogLevel least) : m_least(least), m_source(::RegisterEventSourceW(nullptr, kSource)) {
}

EventLogSink::~EventLogSink() {
    if (m_source != nullptr) {
        ::DeregisterEventSource(m_source);
    }
}

void EventLogSink::write(const base::LogRecord& record) {
    if (m_source == nullptr || record.level < m_least) {
        return;
    }
    const auto text = to_wide(event_text(record));
    const wchar_t* words = text.c_str();
    const auto kind = kind_of(record.level);
    (void)::ReportEventW(m_source, kind.type, 0, kind.id, nullptr, 1, 0, &words, nullptr);
}

base::Status register_event_source() {
    FH_ASSIGN(auto key, RegistryKey::create({HKEY_LOCAL_MACHINE, kSourceKey}));
    FH_TRY(key.set_unexpanded(L"EventMessageFile", kMessages));
    return key.set_number(L"TypesSupported", EVENTLOG_ERROR_TYPE | EVENTLOG_WARNING_TYPE | EVENTLOG_INFORMATION_TYPE);
}

base::Status forget_event_source() {
    return RegistryKey::remove({HKEY_LOCAL_MACHINE, kSourceKey});
}

} // namespace framehand::platform
