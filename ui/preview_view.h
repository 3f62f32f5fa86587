// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/daemon_call.h"
#include "ui/snapshot.h"

#include <QCoreApplication>
#include <QImage>
#include <QWidget>

class QTimer;

namespace framehand::ui {

/// The newest picture of the running job, in its own shape, fetched every kPollMs while somebody sees it and the job
/// gets on.
class PreviewView final : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(PreviewView)

public:
    static constexpr int kPollMs = 2'000;

    /// `daemon` must outlive it.
    explicit PreviewView(DaemonCall& daemon, QWidget* parent = nullptr);

    void follow(const Snapshot& snapshot);

    /// None while there is none.
    [[nodiscard]] const QImage& picture() const { return m_picture; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void poll();
    void take(const base::Result<base::Json>& answer);
    void watch();

    DaemonCall& m_daemon;
    QTimer* m_timer; ///< belongs to this widget
    QString m_job;
    bool m_runs = false;
    bool m_asking = false;
    QImage m_picture;
};

} // namespace framehand::ui
