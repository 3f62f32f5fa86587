// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/places_in_words.h"

namespace framehand::settings {

std::string usual_config_file() {
    return "%APPDATA%\\Framehand\\config.yml";
}

std::string usual_api_socket() {
    return "agent.sock in the data folder";
}

} // namespace framehand::settings
