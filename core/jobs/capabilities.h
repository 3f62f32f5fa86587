// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/jobs/job.h"

#include <cstdint>
#include <string>
#include <vector>

namespace framehand::jobs {

/// One encoder of this machine, as measured by really encoding frames with it.
struct EncoderCapability {
    std::string name;   ///< libavcodec's name, "libx264"
    std::string codec;  ///< "h264", "hevc", "av1", "aac"
    std::string vendor; ///< "nvidia", "intel", "amd", ... or "" for software
    bool works = false;
    std::string reason; ///< why it does not work, a sentence; "" if it does
    int max_width = 0;  ///< largest frame that encoded, 0 if none
    int max_height = 0;
    double fps_720p = 0; ///< small benchmark: frames a second at 1280x720, 0 if not measured

    [[nodiscard]] bool is_hardware() const { return !vendor.empty(); }

    bool operator==(const EncoderCapability&) const = default;
};

/// What a machine can do. Measured by framehand-transcoder, cached by the daemon.
struct Capabilities {
    int cpu_cores = 1;
    std::uint64_t ram_bytes = 0;
    std::string cpu_model;
    std::string gpu_name;
    std::string gpu_vendor;
    std::string driver_version;
    std::string libav_version; ///< of the libraries measured: part of the cache's key
    std::vector<EncoderCapability> encoders;

    [[nodiscard]] const EncoderCapability* find_encoder(std::string_view name) const;
    /// Names of video encoders that work, best first.
    [[nodiscard]] std::vector<std::string> working_video_encoders() const;
    /// "8k", "4k", "1440p", "1080p", "720p", "480p" or "none": the largest that a working encoder did.
    [[nodiscard]] std::string max_resolution() const;

    bool operator==(const Capabilities&) const = default;
};

/// How `capabilities` looks in the register call: the object of the protocol, or the older plain list of strings.
enum class CapabilitiesDialect { Object, List };

[[nodiscard]] base::Json to_json(const Capabilities& capabilities);
[[nodiscard]] base::Result<Capabilities> capabilities_from_json(const base::Json& json);
/// The `capabilities` member of the register call: {supported_codecs, has_gpu, gpu_type, max_resolution}, or a list.
[[nodiscard]] base::Json to_wire(const Capabilities& capabilities, CapabilitiesDialect dialect);

/// What an orchestrator knows about a worker from its register call, in either dialect.
struct WorkerCapabilities {
    std::vector<std::string> supported_codecs; ///< encoder names, or bare codec names
    bool has_gpu = false;
    std::string gpu_type;
    std::string max_resolution; ///< "" = no limit was declared

    bool operator==(const WorkerCapabilities&) const = default;
};

[[nodiscard]] base::Result<WorkerCapabilities> worker_capabilities_from_wire(const base::Json& json);
[[nodiscard]] base::Json to_json(const WorkerCapabilities& capabilities);

/// Empty if the worker can do every output of the job, else the sentence that says why not. "h264" is done by any
/// encoder of that codec; an encoder named outright must be there. Pure.
[[nodiscard]] std::string why_not(const WorkerCapabilities& worker, const Job& job);

} // namespace framehand::jobs
