// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings_loader.h"

#include "core/base/whole_path.h"
#include "core/settings/field_table.h"
#include "core/settings/own_orchestrator.h"
#include "core/settings/settings_file.h"
#include "core/settings/yaml_file.h"

#include <utility>

namespace framehand::settings {

namespace {

/// Collects values and mistakes, lowest precedence first.
class Loading {
public:
    explicit Loading(const LoadRequest& request) : m_request(request) {
        for (const Field& field : fields()) {
            m_loaded.sources[std::string(field.key)] = "default";
        }
        m_loaded.config_path = settings::config_path(request);
    }

    base::Status read_file() {
        auto text = m_request.config_text ? base::Result<std::string>(*m_request.config_text)
                                          : read_settings_text(m_loaded.config_path);
        if (!text) {
            if (text.error().code == base::ErrorCode::NotFound && !m_request.config_path) {
                return {};
            }
            return std::move(text.error());
        }
        m_loaded.config_exists = true;
        const std::string name = m_loaded.config_path.string();
        const auto entries = read_yaml_entries(*text, name);
        if (!entries) {
            m_mistakes.push_back(entries.error().message);
            return {};
        }
        std::map<std::string, int> seen;
        for (const YamlEntry& entry : *entries) {
            const std::string place = name + ":" + std::to_string(entry.line);
            if (const auto [first, is_new] = seen.emplace(entry.key, entry.line); !is_new) {
                m_mistakes.push_back(place + ": " + repeated_key_message(entry.key, first->second));
                continue;
            }
            apply_entry(entry, place);
        }
        return {};
    }

    void read_environment() {
        std::map<std::string, const Field*> names;
        for (const Field& field : fields()) {
            // The longer name comes later and so wins, as the more exact one.
            for (const std::string& name : {std::string(field.short_environment_name), field.environment_name()}) {
                if (name.empty()) {
                    continue;
                }
                names.emplace(name, &field);
                const auto found = m_request.environment.find(name);
                if (found != m_request.environment.end() && !found->second.empty()) {
                    apply(field, found->second, "environment " + name, context(m_request.dirs.current));
                }
            }
        }
        warn_of_unknown_names(names);
    }

    void read_flags() {
        for (const auto& [key, text] : m_request.flags) {
            if (const Field* field = find_field(key)) {
                apply(*field, text, "flag " + field->flag(), context(m_request.dirs.current));
            } else {
                m_mistakes.push_back("flag: " + unknown_key_message(key));
            }
        }
    }

    base::Result<LoadedSettings> finish() {
        if (!m_mistakes.empty()) {
            std::string lines;
            for (const std::string& mistake : m_mistakes) {
                lines += (lines.empty() ? "" : "\n") + mistake;
            }
            return base::fail(base::ErrorCode::InvalidArgument, std::move(lines));
        }
        Settings& settings = m_loaded.settings;
        // Port 0 is any free one, which only the orchestrator itself comes to know.
        if (m_loaded.sources["orchestrator_url"] == "default" && settings.listen_port != 0) {
            settings.orchestrator_url =
                own_orchestrator_url(settings.listen_address, static_cast<std::uint16_t>(settings.listen_port));
        }
        if (settings.worker_id.empty()) {
            settings.worker_id = read_worker_id(m_request.host_name).value_or("framehand-worker");
        }
        if (settings.data_dir.empty()) {
            settings.data_dir = m_request.dirs.data_dir;
        }
        if (settings.temp_dir.empty()) {
            settings.temp_dir = settings.data_dir / "staging";
        }
        return std::move(m_loaded);
    }

private:
    [[nodiscard]] ValueContext context(std::filesystem::path base_dir) const {
        return {m_request.dirs.home, std::move(base_dir)};
    }

    void apply_entry(const YamlEntry& entry, const std::string& place) {
        const Field* field = find_field(entry.key);
        if (field == nullptr) {
            m_mistakes.push_back(place + ": " + unknown_key_message(entry.key));
        } else if (!entry.instead_of_scalar.empty()) {
            m_mistakes.push_back(place + ": " + entry.key + ": expected " + field->expects() + ", not " +
                                 entry.instead_of_scalar);
        } else {
            apply(*field, entry.value, place, context(m_loaded.config_path.parent_path()));
        }
    }

    void apply(const Field& field, std::string_view text, const std::string& source, const ValueContext& where) {
        if (field.parse(m_loaded.settings, text, where)) {
            m_loaded.sources[std::string(field.key)] = source;
        } else {
            m_mistakes.push_back(source + ": " + wrong_value_message(field, text));
        }
    }

    void warn_of_unknown_names(const std::map<std::string, const Field*>& known) {
        std::vector<std::string> names;
        names.reserve(known.size());
        for (const auto& [name, field] : known) {
            names.push_back(name);
        }
        for (const auto& [name, value] : m_request.environment) {
            // Other programs may own other names with this prefix: only what looks like a slip is worth a word.
            if (name.starts_with("WORKER_") && !known.contains(name)) {
                if (const std::string hint = suggestion(name, names); !hint.empty()) {
                    m_loaded.warnings.push_back("environment " + name + " is not a setting" + hint);
                }
            }
        }
    }

    const LoadRequest& m_request;
    LoadedSettings m_loaded;
    std::vector<std::string> m_mistakes;
};

} // namespace

std::filesystem::path config_path(const LoadRequest& request) {
    const std::filesystem::path path = request.config_path.value_or(request.dirs.config_file);
    return base::is_absolute(path) ? path : base::normal(request.dirs.current / path);
}

base::Result<LoadedSettings> load(const LoadRequest& request) {
    Loading loading(request);
    FH_TRY(loading.read_file());
    loading.read_environment();
    loading.read_flags();
    return loading.finish();
}

} // namespace framehand::settings
