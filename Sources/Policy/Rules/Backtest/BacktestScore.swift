/// How well forecasts met what came.
public struct BacktestScore: Hashable, Sendable {
  /// Forecasts scored.
  public private(set) var forecasts = 0
  /// Of them, those whose 80 % interval held what came.
  public private(set) var covered = 0
  private var missed = 0.0
  private var missedByDays = 0.0
  private var missedByWorkingDays = 0.0

  /// Nothing scored yet.
  public init() {}

  /// Share of outcomes inside [p10, p90]; nil where nothing was scored.
  public var coverage: Double? { forecasts > 0 ? Double(covered) / Double(forecasts) : nil }

  /// p50's mean absolute error ÷ that of actual ÷ elapsed share of calendar days; nil where that never erred.
  public var errorOverDays: Double? { missedByDays > 0 ? missed / missedByDays : nil }

  /// The same against elapsed working days.
  public var errorOverWorkingDays: Double? { missedByWorkingDays > 0 ? missed / missedByWorkingDays : nil }

  /// Scores one forecast.
  ///
  /// - Parameters:
  ///   - outcome: what came.
  ///   - lines: the straight lines by calendar and by working days.
  ///   - unit: what errors are measured in, so that large series do not drown small ones; above 0.
  mutating func add(_ forecast: Forecast, outcome: Double, lines: StraightLines, unit: Double) {
    let slack = 1e-6 * max(1, outcome.magnitude)
    forecasts += 1
    if forecast.p10 <= outcome + slack, outcome - slack <= forecast.p90 { covered += 1 }
    missed += (forecast.p50 - outcome).magnitude / unit
    missedByDays += (lines.byDays - outcome).magnitude / unit
    missedByWorkingDays += (lines.byWorkingDays - outcome).magnitude / unit
  }

  /// Takes in what another score holds.
  mutating func add(_ other: BacktestScore) {
    forecasts += other.forecasts
    covered += other.covered
    missed += other.missed
    missedByDays += other.missedByDays
    missedByWorkingDays += other.missedByWorkingDays
  }
}
