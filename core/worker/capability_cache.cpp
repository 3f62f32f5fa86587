// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/capability_cache.h"

#include <utility>

namespace framehand::worker {

namespace {

constexpr std::size_t kMaxBytes = 4 * 1024 * 1024;
constexpr const char* kName = "capabilities.json";

base::Json to_json(const CapabilityKey& key) {
    return {{"transcoder", key.transcoder},
            {"cpu_model", key.cpu_model},
            {"gpu_name", key.gpu_name},
            {"driver_version", key.driver_version}};
}

} // namespace

CapabilityCache::CapabilityCache(ports::FileSystem& file_system, std::filesystem::path data_dir)
    : m_file_system(file_system), m_data_dir(std::move(data_dir)) {
}

std::optional<jobs::Capabilities> CapabilityCache::load(const CapabilityKey& key) const {
    const auto text = m_file_system.read_file(m_data_dir / kName, kMaxBytes);
    const auto json = text ? base::parse_json(*text, kName) : base::Result<base::Json>(text.error());
    if (!json || !json->is_object() || json->value("key", base::Json()) != to_json(key)) {
        return std::nullopt;
    }
    auto capabilities = jobs::capabilities_from_json(json->value("capabilities", base::Json()));
    return capabilities ? std::optional(std::move(*capabilities)) : std::nullopt;
}

base::Status CapabilityCache::save(const CapabilityKey& key, const jobs::Capabilities& capabilities) {
    FH_TRY(m_file_system.create_directories(m_data_dir));
    const base::Json json{{"key", to_json(key)}, {"capabilities", jobs::to_json(capabilities)}};
    return m_file_system.write_file_atomic(m_data_dir / kName, base::dump_json(json));
}

} // namespace framehand::worker
