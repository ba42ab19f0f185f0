using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CroissanceConnectee.Bot.Data.Migrations
{
    /// <inheritdoc />
    public partial class FollowUpsAndCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ExpertId",
                table: "PhoneCalls",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CallAt",
                table: "Handoffs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HandoffFollowUps",
                columns: table => new
                {
                    HandoffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Token = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Contacted = table.Column<bool>(type: "INTEGER", nullable: true),
                    Useful = table.Column<bool>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandoffFollowUps", x => x.HandoffId);
                    table.ForeignKey(
                        name: "FK_HandoffFollowUps_Handoffs_HandoffId",
                        column: x => x.HandoffId,
                        principalTable: "Handoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HandoffFollowUps_Token",
                table: "HandoffFollowUps",
                column: "Token",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HandoffFollowUps");

            migrationBuilder.DropColumn(
                name: "ExpertId",
                table: "PhoneCalls");

            migrationBuilder.DropColumn(
                name: "CallAt",
                table: "Handoffs");
        }
    }
}
