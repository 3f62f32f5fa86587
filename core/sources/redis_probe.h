// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/redis_server_probe.h"
#include "core/sources/redis_source.h"

#include <cstddef>
#include <map>

namespace framehand::sources {

/// Looks at what a RedisSource with these options would work with: the stages of its roles as lists or streams, and the
/// list of failures.
class RedisProbe final : public RedisServerProbe {
public:
    RedisProbe(RedisSourceOptions options, redis::Services services, ProbeNames names);

private:
    void look_at_queues() override;
    void look_at_lists(const std::vector<std::string>& workers);
    void look_at_list(RedisRole role, const std::vector<std::string>& workers);
    void look_at_stream(const std::string& stream);
    void look_at_failures();

    const RedisSourceOptions m_options;
    const std::string m_url_setting;
};

} // namespace framehand::sources
