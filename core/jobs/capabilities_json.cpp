// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/capabilities.h"

#include <algorithm>

namespace framehand::jobs {

using base::Json;
using base::JsonReader;

namespace {

constexpr std::int64_t kMaxCores = 4096;
constexpr std::int64_t kMaxSide = 65536;

int side_of(JsonReader& reader, std::string_view key) {
    return static_cast<int>(std::clamp<std::int64_t>(reader.integer_or(key, 0), 0, kMaxSide));
}

} // namespace

Json to_json(const Capabilities& capabilities) {
    Json encoders = Json::array();
    for (const auto& encoder : capabilities.encoders) {
        encoders.push_back({{"name", encoder.name},
                            {"codec", encoder.codec},
                            {"vendor", encoder.vendor},
                            {"works", encoder.works},
                            {"reason", encoder.reason},
                            {"max_width", encoder.max_width},
                            {"max_height", encoder.max_height},
                            {"fps_720p", encoder.fps_720p}});
    }
    return {{"cpu_cores", capabilities.cpu_cores},         {"ram_bytes", capabilities.ram_bytes},
            {"cpu_model", capabilities.cpu_model},         {"gpu_name", capabilities.gpu_name},
            {"gpu_vendor", capabilities.gpu_vendor},       {"driver_version", capabilities.driver_version},
            {"libav_version", capabilities.libav_version}, {"encoders", std::move(encoders)}};
}

base::Result<Capabilities> capabilities_from_json(const Json& json) {
    JsonReader reader(json, "");
    Capabilities capabilities;
    capabilities.cpu_cores =
        static_cast<int>(std::clamp<std::int64_t>(reader.integer_or("cpu_cores", 1), 1, kMaxCores));
    capabilities.ram_bytes = static_cast<std::uint64_t>(std::max<std::int64_t>(0, reader.integer_or("ram_bytes", 0)));
    capabilities.cpu_model = reader.string_or("cpu_model", "");
    capabilities.gpu_name = reader.string_or("gpu_name", "");
    capabilities.gpu_vendor = reader.string_or("gpu_vendor", "");
    capabilities.driver_version = reader.string_or("driver_version", "");
    capabilities.libav_version = reader.string_or("libav_version", "");
    const Json* encoders = reader.required_array("encoders");
    FH_TRY(reader.status());
    for (std::size_t i = 0; i < encoders->size(); ++i) {
        JsonReader item((*encoders)[i], "encoders[" + std::to_string(i) + "]");
        EncoderCapability encoder;
        encoder.name = item.required_string("name");
        encoder.codec = item.required_string("codec");
        encoder.vendor = item.string_or("vendor", "");
        encoder.works = item.bool_or("works", false);
        encoder.reason = item.string_or("reason", "");
        encoder.max_width = side_of(item, "max_width");
        encoder.max_height = side_of(item, "max_height");
        encoder.fps_720p = item.number_or("fps_720p", 0);
        FH_TRY(item.status());
        capabilities.encoders.push_back(std::move(encoder));
    }
    return capabilities;
}

Json to_wire(const Capabilities& capabilities, CapabilitiesDialect dialect) {
    const auto encoders = capabilities.working_video_encoders();
    if (dialect == CapabilitiesDialect::List) {
        return encoders;
    }
    // Best first: hardware, where there is any. Its vendor counts, not that of a GPU whose encoder does not work.
    const EncoderCapability* best = encoders.empty() ? nullptr : capabilities.find_encoder(encoders.front());
    const std::string gpu_type = best == nullptr ? std::string() : best->vendor;
    return {{"supported_codecs", encoders},
            {"has_gpu", !gpu_type.empty()},
            {"gpu_type", gpu_type},
            {"max_resolution", capabilities.max_resolution()}};
}

base::Result<WorkerCapabilities> worker_capabilities_from_wire(const Json& json) {
    WorkerCapabilities capabilities;
    if (json.is_array()) {
        return worker_capabilities_from_wire(Json{{"supported_codecs", json}});
    }
    JsonReader reader(json, "capabilities");
    capabilities.supported_codecs = reader.strings_or_empty("supported_codecs");
    capabilities.has_gpu = reader.bool_or("has_gpu", false);
    capabilities.gpu_type = reader.string_or("gpu_type", "");
    capabilities.max_resolution = reader.string_or("max_resolution", "");
    FH_TRY(reader.status());
    return capabilities;
}

Json to_json(const WorkerCapabilities& capabilities) {
    return {{"supported_codecs", capabilities.supported_codecs},
            {"has_gpu", capabilities.has_gpu},
            {"gpu_type", capabilities.gpu_type},
            {"max_resolution", capabilities.max_resolution}};
}

} // namespace framehand::jobs
