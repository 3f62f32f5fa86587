// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/script.h"

#include <QCryptographicHash>

#include <utility>

namespace framehand::redis {

Script::Script(std::string text)
    : m_text(std::move(text)),
      m_sha1(QCryptographicHash::hash(QByteArrayView(m_text.data(), static_cast<qsizetype>(m_text.size())),
                                      QCryptographicHash::Sha1)
                 .toHex()
                 .toStdString()) {
}

} // namespace framehand::redis
