// SPDX-License-Identifier: GPL-3.0-or-later
// Must not compile: what links framehand::base has no screen.
#include <QWidget>
