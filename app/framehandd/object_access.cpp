// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/framehandd/object_access.h"

#include <utility>

namespace framehand::daemon {

base::Result<s3::Access> object_access(const settings::Environment& environment, const settings::Settings& settings) {
    return object_access(environment, settings, kept_secrets(environment, settings.data_dir));
}

base::Result<s3::Access> object_access(const settings::Environment& environment, const settings::Settings& settings,
                                       const SecretReader& secrets) {
    using settings::SourceSecret;
    FH_ASSIGN(auto access, s3::access_from_environment(environment));
    const settings::Settings defaults;
    if (!settings.s3_endpoint.empty()) {
        access.endpoint = settings.s3_endpoint;
        access.style = settings.s3_addressing == settings::S3Addressing::VirtualHost ? s3::AddressStyle::VirtualHost
                                                                                     : s3::AddressStyle::Path;
    }
    if (settings.s3_region != defaults.s3_region) {
        access.region = settings.s3_region;
    }
    FH_ASSIGN(auto key, secrets(SourceSecret::S3AccessKey));
    FH_ASSIGN(auto secret, secrets(SourceSecret::S3SecretKey));
    if (key && secret) {
        access.access_key = key->reveal();
        access.secret_key = std::move(*secret);
    }
    return access;
}

} // namespace framehand::daemon
